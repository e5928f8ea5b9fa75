import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { EntryStore } from "./entries.ts";
import { BETWEEN } from "./entry-json.ts";
import { keepKnown, knownAfter, readKnown, type Known } from "./known.ts";
import { ScannedFolders } from "./scanned-folders.ts";

test("what edited entries leave is never more than the entries", () => {
  const seen = { folder: "f", names: ["index.md"], stamp: "s", findings: [] };
  let known: Known = {
    state: "",
    digest: "",
    folders: new ScannedFolders(),
    entries: new EntryStore(),
  };
  const read = (entries: Record<string, string>) => {
    const ids = Object.keys(entries);
    const digests = (id: string) => ({ article: "a", entry: entries[id] ?? "" });
    known = knownAfter(known, {
      anew: new Map(ids.map((id) => [id, { id, ...seen, digests: digests(id) }])),
      fresh: new Map(Object.entries(entries)),
    });
  };
  const others = { Q1000: '["first"]', Q1002: '["last"]' };
  read({ ...others, Q1001: '["edit"]' });
  for (let edit = 0; edit < 100; edit += 1) {
    const entries = { ...others, Q1001: `["edit ${edit}"]` };
    read({ Q1001: entries.Q1001 });
    const list = known.entries.json(known.folders.extents());
    const meant = [entries.Q1000, entries.Q1001, entries.Q1002].join(BETWEEN);
    expect(Buffer.from(list).toString()).toBe(meant);
    expect(known.entries.size).toBeLessThan(2.2 * list.length);
  }
});

test("what was read is known to the same code, and what killed builds left of it goes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "known-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = { file: join(folder, "a.known"), code: "code" };
  const [left, writing] = ["a.known.0123456789ab.new", "a.known.ba9876543210.new"];
  for (const name of [left, writing]) writeFileSync(join(folder, name), "half of i");
  utimesSync(join(folder, left), new Date(0), new Date(0));
  const entries = new EntryStore();
  const extent = entries.add("[1]");
  const scanned = {
    id: "Q1000",
    folder: "f",
    names: ["index.md"],
    stamp: "s",
    extent,
    findings: [],
  };
  const known = { state: "s", digest: "d", folders: ScannedFolders.of([scanned]), entries };
  await keepKnown(place, known);
  const read = readKnown(place);
  expect(read).toMatchObject({ state: "s", digest: "d" });
  expect(read.folders.all()).toEqual([scanned]);
  expect(read.entries.jsonAt(extent)).toBe("[1]");
  read.entries.close();
  expect(readKnown({ ...place, code: "other" }).folders.all()).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["a.known", writing]);
});
