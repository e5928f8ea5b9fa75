import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { storeEntries } from "./entries.ts";
import { editsSince } from "./entry-edits.ts";
import { entryJson } from "./entry-json.ts";
import type { Known } from "./known.ts";
import type { Scanned } from "./scan.ts";

const entry = (id: string, title: string) => entryOf({ frontMatter: { id, title }, body: "" });
const jsonOf = (id: string, title: string) => entryJson(entry(id, title));

/** An article whose entry follows from its title; without one, its file is no article. */
function scanned(id: string, title?: string): Scanned {
  const seen = { id, folder: "", names: [], stamp: "", findings: [] };
  return title === undefined ? seen : { ...seen, digests: { article: "", entry: title } };
}

const byId = (scanned: readonly Scanned[]) => new Map(scanned.map((one) => [one.id, one]));

const before: Known = {
  digest: "",
  scanned: [
    scanned("Q1001"),
    scanned("Q1002", "Same"),
    scanned("Q1003", "Old"),
    scanned("Q1004", "Goes"),
    scanned("Q1005", "Breaks"),
  ],
  entries: storeEntries([
    undefined,
    jsonOf("Q1002", "Same"),
    jsonOf("Q1003", "Old"),
    jsonOf("Q1004", "Goes"),
    jsonOf("Q1005", "Breaks"),
  ]),
};

test("edits are articles that changed, came and went, as they were and as they are", () => {
  const now = byId([
    scanned("Q1001", "Mended"),
    scanned("Q1002", "Same"),
    scanned("Q1003", "New"),
    scanned("Q1005"),
    scanned("Q1006", "Comes"),
  ]);
  const fresh = new Map([
    ["Q1001", jsonOf("Q1001", "Mended")],
    // Read again, with the same entry.
    ["Q1002", jsonOf("Q1002", "Same")],
    ["Q1003", jsonOf("Q1003", "New")],
    ["Q1006", jsonOf("Q1006", "Comes")],
  ]);
  const edits = editsSince(before, now, fresh) ?? [];
  const titles = edits.map(({ before, now }) => [before?.title, now?.title]);
  expect(titles.toSorted()).toEqual(
    [
      [undefined, "Mended"],
      ["Old", "New"],
      ["Goes", undefined],
      ["Breaks", undefined],
      [undefined, "Comes"],
    ].toSorted(),
  );
});

test("where nothing was known, no edits are", () => {
  const nothing = { ...before, scanned: [] };
  expect(editsSince(nothing, byId([scanned("Q1001", "Comes")]), new Map())).toBeUndefined();
});
