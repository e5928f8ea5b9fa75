import fc from "fast-check";
import { expect, test } from "vitest";
import { config } from "../config.ts";
import { openArchive, withRelations, type Archive } from "./archive.ts";
import { isRewording, type Edit } from "./edits.ts";
import { entryOf, type Entry } from "./entry.ts";
import { keptIn, keptOf } from "./kept.ts";
import { relationsAfter, relationsOf } from "./links/relations.ts";
import type { PagePlan } from "./page.ts";
import { planSite } from "./plan.ts";

interface Front {
  title: string;
  products: string[];
  keywords: string[];
  modified: string;
  codes: string[];
  references: string[];
  hasReplay: boolean;
}

/** Few values, so that lists and related articles come, go, and gain one article as they lose another. */
const some = (...texts: string[]) => fc.subarray(texts);
const IDS = ["Q1001", "Q1002", "Q1003", "Q2001", "Q2002", "Q2003"];
const title = fc.constantFrom("One", "Two");
const references = some(...IDS);
const fields = {
  title,
  products: some("P", "p", "Q's", "Q s"),
  keywords: some("kbx", "KBX", "kby"),
  modified: fc.constantFrom("1999-01-01", "1999-06-01", "2001-01-01"),
  codes: some("0x80004005", "1234", "5678"),
  references,
  hasReplay: fc.boolean(),
};
const front: fc.Arbitrary<Front> = fc.record(fields);

type Site = ReadonlyMap<string, Front>;
const site = fc
  .array(fc.tuple(fc.constantFrom(...IDS), front), { minLength: 3, maxLength: 12 })
  .map((articles): Site => new Map(articles));

/** Articles that come or go. */
const moved = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.option(front, { freq: 3 })), { maxLength: 3 })
  .map((edits) => (before: Site): Site => {
    const now = new Map(before);
    for (const [id, given] of edits) {
      if (given === null) now.delete(id);
      else now.set(id, given);
    }
    return now;
  });

/** An article some fields of which are others now. */
const withOthers = (some: fc.Arbitrary<Partial<Front>>) =>
  fc.tuple(fc.nat(IDS.length), some).map(([at, others]) => (before: Site): Site => {
    const id = [...before.keys()][at % before.size] ?? "";
    return new Map(before).set(id, { ...(before.get(id) as Front), ...others });
  });

const changed = withOthers(fc.record(fields, { requiredKeys: [] }));
const reworded = withOthers(fc.record({ title, references }));

function entriesOf(articles: Site): Entry[] {
  return [...articles].map(([id, { hasReplay, ...given }]) => {
    const body = `See ${given.references.join(", ")}.`;
    return entryOf({ frontMatter: { id, ...given }, body }, { hasReplay });
  });
}

const jsonOf = (model: object) => JSON.stringify(model);

function editsOf(before: Archive, entries: readonly Entry[]): Edit[] {
  const now = new Map(entries.map((entry) => [entry.id, entry]));
  const ids = new Set([...before.entries.map(({ id }) => id), ...now.keys()]);
  return [...ids]
    .map((id) => ({ before: before.entryOf(id), now: now.get(id) }))
    .filter((edit) => jsonOf([edit.before]) !== jsonOf([edit.now]));
}

/** The archive after edits, as builds open it: with what is known of the archive before. */
function openAfter(before: Archive, entries: readonly Entry[]): Archive {
  const edits = editsOf(before, entries);
  if (!edits.every(isRewording)) return openArchive(entries, { edits });
  const kept = keptIn(keptOf(before, relationsOf(before, config.related)));
  const archive = openArchive(entries, { edits, kept });
  const edited = edits.map(({ now }) => now);
  const after = { articles: archive, edited, count: config.related };
  return withRelations(archive, relationsAfter(kept.relations, after));
}

/** The model that a page has in the plan before, where it is to be the page's now. */
function taken(before: readonly PagePlan[], { address, head }: PagePlan): string | undefined {
  const found = before.find((page) => page.address === address);
  const json = found && jsonOf(found.model);
  return head && json?.startsWith(jsonOf(head).slice(0, -1)) ? json : undefined;
}

test.each([
  { what: "articles come and go", edit: moved, least: 500 },
  { what: "an article changes", edit: changed, least: 500 },
  { what: "an article is reworded", edit: reworded, least: 1_000 },
])("pages are as in the plan before where they say so, when $what", ({ edit, least }) => {
  let kept = 0;
  const plan = fc.property(site, edit, (articles, edit) => {
    const before = openArchive(entriesOf(articles));
    const pagesBefore = [...planSite(before)];
    const entries = entriesOf(edit(articles));
    const found = [...planSite(openAfter(before, entries))].map((page) => {
      const json = taken(pagesBefore, page);
      kept += Number(json !== undefined);
      return { address: page.address, reads: page.reads, json: json ?? jsonOf(page.model) };
    });
    const clean = [...planSite(openArchive(entries))].map(({ address, reads, model }) => {
      return { address, reads, json: jsonOf(model) };
    });
    expect(found).toEqual(clean);
  });
  fc.assert(plan, { numRuns: 200 });
  expect(kept).toBeGreaterThan(least);
});
