import { expect, test } from "vitest";
import { reference } from "./reference.ts";

test("docs/simulators-reference.md is what schema, libraries and devices say", async () => {
  await expect(reference()).toMatchFileSnapshot("../../../docs/simulators-reference.md");
});

test("every key, every effect and every function has its line", () => {
  const text = reference();
  for (const part of [
    "`settings`",
    "`notModelled` (optional)",
    "`each`",
    "`byDesign`",
    "`wrap32(number)`",
    "`text.startsWith(text)`",
    "`relayRefused`",
  ])
    expect(text).toContain(part);
});
