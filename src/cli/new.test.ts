import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ARCHETYPES } from "./new.ts";

test("the tutorial tells which archetype is which article", () => {
  const tutorial = readFileSync(
    new URL("../../docs/simulators-tutorial.md", import.meta.url),
    "utf8",
  );
  const told = Array.from(tutorial.matchAll(/\| `(\w+)` \| (R\d+) \|/g), ([, name, id]) => [
    name,
    id,
  ]);
  expect(told).toEqual(Object.entries(ARCHETYPES).map(([name, [id]]) => [name, id]));
});
