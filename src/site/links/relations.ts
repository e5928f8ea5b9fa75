import type { Entry } from "../entry.ts";
import type { Numbered } from "../numbered.ts";
import { relatedIn } from "./related.ts";
import { findIn, tableOf, type ArticleTable } from "./table.ts";
import { signaturesOf } from "./signatures.ts";
import { thingsAfter, thingsOf, type Things } from "./things.ts";
import { reachedFrom, touchedBy } from "./touched.ts";

/** How the articles of an archive are related, and by what. Plain data: one thread can find it while another one plans pages. */
export interface Relations {
  things: Things;
  /** The related articles of each, the nearest first. */
  table: ArticleTable;
}

/** What is known of relations after edits. */
export interface RelationsAfter extends Relations {
  /** Numbers of the articles that may be related to others than before, or to edited ones. */
  again: ReadonlySet<number>;
}

/** At most `count` related articles of each, the nearest first. */
export function relationsOf(articles: Numbered, count: number): Relations {
  const things = thingsOf(articles);
  const find = relatedIn(articles, signaturesOf(things));
  return { things, table: tableOf(articles.entries.length, (self) => find(self, count)) };
}

/**
 * The same after some articles were edited, which are given as they are now, and none came or went: only those that share something with an
 * edited one, or with one that has a thing that became rarer or more common, are compared again.
 */
export function relationsAfter(
  before: Relations,
  { articles, edited, count }: { articles: Numbered; edited: readonly Entry[]; count: number },
): RelationsAfter {
  const { entries, numberOf, has } = articles;
  const changed = new Map(edited.map((entry) => [numberOf(entry.id) ?? -1, entry]));
  const things = thingsAfter(before.things, changed, has);
  const signatures = signaturesOf(things);
  const touched = touchedBy(changed.keys(), before.things, things);
  const again = reachedFrom(touched, signatures, before.table);
  const find = relatedIn(articles, signatures);
  const known = findIn(before.table);
  const table = tableOf(entries.length, (self) =>
    again.has(self) ? find(self, count) : known(self),
  );
  return { things, table, again };
}
