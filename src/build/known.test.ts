import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { storeEntries } from "./entries.ts";
import { keepKnown, readKnown } from "./known.ts";
import type { Scanned } from "./scan.ts";

const scanned = (id: string): Scanned => {
  return { id, folder: "f", names: ["index.md"], stamp: "s", findings: [] };
};

test("what was read is known to the same code, and what killed builds left of it goes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "known-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = { file: join(folder, "a.kept"), code: "code" };
  const [left, writing] = ["a.kept.0123456789ab.new", "a.kept.ba9876543210.new"];
  for (const name of [left, writing]) writeFileSync(join(folder, name), "half of i");
  utimesSync(join(folder, left), new Date(0), new Date(0));
  const known = { digest: "d", scanned: [scanned("Q1000")], entries: storeEntries(["[1]"]) };
  await keepKnown(place, known);
  expect(readKnown(place)).toEqual(known);
  expect(readKnown({ ...place, code: "other" }).scanned).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["a.kept", writing]);
});
