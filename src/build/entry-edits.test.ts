import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { EntryStore } from "./entries.ts";
import { editsSince } from "./entry-edits.ts";
import { entryJson } from "./entry-json.ts";
import type { Known } from "./known.ts";
import type { Scanned } from "./scan.ts";
import { ScannedFolders } from "./scanned-folders.ts";

const entry = (id: string, title: string) => entryOf({ frontMatter: { id, title }, body: "" });
const jsonOf = (id: string, title: string) => entryJson(entry(id, title));

/** An article whose entry follows from its title; without one, its file is no article. */
function scanned(id: string, title?: string): Scanned {
  const seen = { id, folder: "", names: [], stamp: "", findings: [] };
  return title === undefined ? seen : { ...seen, digests: { article: title, entry: title } };
}

const entries = new EntryStore();
const kept = (id: string, title: string) => {
  return { ...scanned(id, title), extent: entries.add(jsonOf(id, title)) };
};

const before: Known = {
  state: "read before",
  digest: "",
  folders: ScannedFolders.of([
    scanned("Q1001"),
    kept("Q1002", "Same"),
    kept("Q1003", "Old"),
    kept("Q1004", "Goes"),
    kept("Q1005", "Breaks"),
  ]),
  entries,
};

test("edits are articles that changed, came and went, as they were and as they are", () => {
  const anew = new Map([
    ["Q1001", scanned("Q1001", "Mended")],
    ["Q1002", scanned("Q1002", "Same")],
    ["Q1003", scanned("Q1003", "New")],
    ["Q1004", undefined],
    ["Q1005", scanned("Q1005")],
    ["Q1006", scanned("Q1006", "Comes")],
  ]);
  const fresh = new Map([
    ["Q1001", jsonOf("Q1001", "Mended")],
    // Read again, with the same entry.
    ["Q1002", jsonOf("Q1002", "Same")],
    ["Q1003", jsonOf("Q1003", "New")],
    ["Q1006", jsonOf("Q1006", "Comes")],
  ]);
  const edits = editsSince(before, { anew, fresh });
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
