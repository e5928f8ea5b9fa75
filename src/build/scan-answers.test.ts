import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { EntryStore } from "./entries.ts";
import { entryJson } from "./entry-json.ts";
import { differencesIn, knownAfter, knownFirst, type Known } from "./known.ts";
import { answerOf, scansIn } from "./scan-answers.ts";
import type { Scan } from "./scan.ts";
import { ScannedFolders } from "./scanned-folders.ts";

/** What is found in a folder; without a title its file is no article. */
interface Given {
  title: string | undefined;
  isWrong: boolean;
  hasSource: boolean;
  hasScenario: boolean;
}

const given: fc.Arbitrary<Given> = fc.record({
  title: fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: undefined }),
  isWrong: fc.boolean(),
  hasSource: fc.boolean(),
  hasScenario: fc.boolean(),
});

function scanOf(id: string, { title, isWrong, hasSource, hasScenario }: Given) {
  const place = { file: "index.md", line: 1, column: 1 };
  const findings = isWrong
    ? [{ severity: "warning", ruleId: "a", reason: "b, c\nd", place } as const]
    : [];
  const scanned = { id, folder: "f", names: ["index.md"], stamp: "1 2 ", findings };
  if (title === undefined) return { scanned };
  const entry = entryJson(entryOf({ frontMatter: { id, title }, body: "" }));
  const digests = { article: "a", entry: `of ${id}`, ...(hasSource && { source: "s" }) };
  const scenario = { file: "a, b.yaml", digest: "d", cites: ["Q1"] };
  return { scanned: { ...scanned, digests, ...(hasScenario && { scenario }) }, entry };
}

/** Of the articles of an archive, in their order, task by task. */
const tasks: fc.Arbitrary<Omit<Scan, "content">[][]> = fc
  .array(fc.array(given, { maxLength: 4 }), { maxLength: 4 })
  .map((tasks) => {
    let number = 1000;
    return tasks.map((task) => task.map((one) => scanOf(`Q${number++}`, one)));
  });

test("what a thread answers is what it read", () => {
  fc.assert(
    fc.property(tasks, (scans) => {
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
    fc.property(tasks, (scans) => {
      const answers = scans.map(answerOf);
      const first = knownFirst(answers);
      const after = knownAfter(nothing, differencesIn(answers, new Map()));
      const said = ({ folders, entries, digest }: Known) => ({
        folders: folders.all(),
        notes: folders.notes,
        entries: folders.extents().map((extent) => entries.jsonAt(extent)),
        kept: Buffer.concat([...entries.parts()]).toString(),
        // Where no file is an article, nothing came to nothing.
        ...(folders.notes.articles > 0 && { digest }),
      });
      expect(said(first)).toEqual(said(after));
    }),
  );
});
