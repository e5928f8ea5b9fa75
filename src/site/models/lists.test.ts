import fc from "fast-check";
import { expect, test } from "vitest";
import { openArchive } from "../archive.ts";
import { entryOf, type Entry } from "../entry.ts";
import type { PagePlan } from "../page.ts";
import { listPages } from "./lists.ts";

interface Front {
  title: string;
  products: string[];
  keywords: string[];
  modified: string;
  codes: string[];
  hasReplay: boolean;
}

/** Few values, so that lists come, go, and gain one article as they lose another. */
const some = (...texts: string[]) => fc.subarray(texts);
const front: fc.Arbitrary<Front> = fc.record({
  title: fc.constantFrom("One", "Two"),
  products: some("P", "p", "Q's", "Q s"),
  keywords: some("kbx", "KBX", "kby"),
  modified: fc.constantFrom("1999-01-01", "1999-06-01", "2001-01-01"),
  codes: some("0x80004005", "1234"),
  hasReplay: fc.boolean(),
});
const IDS = ["Q1001", "Q1002", "Q1003", "Q2001", "Q2002", "Q2003"];
const article = fc.tuple(fc.constantFrom(...IDS), fc.option(front, { freq: 3 }));

/** Articles by id; what comes later replaces what is before, or takes it away. */
function entriesOf(articles: Iterable<[string, Front | null]>): Entry[] {
  return [...new Map(articles)].flatMap(([id, given]) => {
    if (given === null) return [];
    const { hasReplay, ...rest } = given;
    return entryOf({ frontMatter: { id, ...rest }, body: "" }, { hasReplay });
  });
}

const jsonOf = (model: object) => JSON.stringify(model);

/** What the plan before has of a page, where that is to be the page's model. */
function taken(before: readonly PagePlan[], { address, head }: PagePlan): string | undefined {
  const found = before.find((page) => page.address === address);
  const json = found && jsonOf(found.model);
  return head && json?.startsWith(jsonOf(head).slice(0, -1)) ? json : undefined;
}

test("a list whose head is as before, and none of whose articles changed, is as before", () => {
  const articles = fc.array(article, { minLength: 3, maxLength: 12 });
  const edits = fc.array(article, { maxLength: 3 });
  let kept = 0;
  fc.assert(
    fc.property(articles, edits, (first, then) => {
      const entries = entriesOf([...first, ...then]);
      const were = new Map(entriesOf(first).map((entry) => [entry.id, jsonOf(entry)]));
      const changed = entries.filter((entry) => were.get(entry.id) !== jsonOf(entry));
      const before = listPages(openArchive(entriesOf(first)));
      for (const page of listPages(openArchive(entries, changed))) {
        const json = taken(before, page);
        if (json === undefined) continue;
        kept += 1;
        expect(jsonOf(page.model)).toBe(json);
      }
    }),
  );
  expect(kept).toBeGreaterThan(100);
});
