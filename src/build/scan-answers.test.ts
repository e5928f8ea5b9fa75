import fc from "fast-check";
import { expect, test } from "vitest";
import { entryJson } from "./entry-json.ts";
import { knownAfter, knownFirst, differencesIn, type Known } from "./known.ts";
import { EntryStore } from "./entries.ts";
import { answerOf, scansIn } from "./scan-answers.ts";
import type { Scan } from "./scan.ts";
import { ScannedFolders } from "./scanned-folders.ts";
import { entryOf } from "../site/entry.ts";

/** What was read of a folder; without a title its file is no article. */
function scanOf(id: string, title: string | undefined, isWrong: boolean): Omit<Scan, "content"> {
  const place = { file: "index.md", line: 1, column: 1 };
  const findings = isWrong
    ? [{ severity: "warning", ruleId: "a", reason: "b, c", place } as const]
    : [];
  const scanned = { id, folder: "f", names: ["index.md"], stamp: "1 2 ", findings };
  if (title === undefined) return { scanned };
  const entry = entryJson(entryOf({ frontMatter: { id, title }, body: "" }));
  return { scanned: { ...scanned, digests: { article: "a", entry: `of ${id}` } }, entry };
}

/** Of the articles of an archive, in their order, task by task. */
const tasks = fc.array(
  fc.array(
    fc.tuple(
      fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: undefined }),
      fc.boolean(),
    ),
    { maxLength: 4 },
  ),
  { maxLength: 4 },
);

const scansOf = (given: [string | undefined, boolean][][]) => {
  let number = 1000;
  return given.map((task) =>
    task.map(([title, isWrong]) => scanOf(`Q${number++}`, title, isWrong)),
  );
};

test("what a thread answers is what it read", () => {
  fc.assert(
    fc.property(tasks, (given) => {
      const scans = scansOf(given);
      expect(scans.map((some) => scansIn(answerOf(some)))).toEqual(scans);
    }),
  );
});

test("what is read for the first time is known as if it had come to nothing", () => {
  const nothing: Known = {
    state: "",
    digest: "",
    folders: new ScannedFolders(),
    entries: new EntryStore(),
  };
  fc.assert(
    fc.property(tasks, (given) => {
      const answers = scansOf(given).map(answerOf);
      const first = knownFirst(answers);
      const after = knownAfter(nothing, differencesIn(answers, new Map()));
      const said = ({ folders, entries, digest }: Known) => ({
        folders: folders.all(),
        notes: folders.notes,
        entries: folders.extents().map((extent) => entries.jsonAt(extent)),
        kept: Buffer.concat([...entries.parts()]).toString(),
        ...(folders.notes.articles > 0 && { digest }),
      });
      expect(said(first)).toEqual(said(after));
    }),
  );
});
