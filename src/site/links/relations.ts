import type { Edited, Numbered } from "../numbered.ts";
import { makeLists, replaceLists, type Lists } from "./lists.ts";
import { relatedIn } from "./related.ts";
import { signaturesOf } from "./signatures.ts";
import { thingsAfter, thingsOf, type Things } from "./things.ts";
import { reachedFrom, touchedBy } from "./touched.ts";

/** How the articles of an archive are related, and by what. Plain data: one thread can find it while another one plans pages. */
export interface Relations {
  things: Things;
  /** The related articles of each, the nearest first, by numbers. */
  related: Lists;
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
  return { things, related: makeLists(articles.ids.length, (self) => find(self, count)) };
}

/**
 * The same after some articles were edited and none came or went: only those that share something with an edited one, or with one that has a
 * thing that became rarer or more common, are compared again.
 */
export function relationsAfter(
  before: Relations,
  { articles, edited, count }: { articles: Numbered; edited: Edited; count: number },
): RelationsAfter {
  const things = thingsAfter(before.things, edited, articles.has);
  const signatures = signaturesOf(things);
  const touched = touchedBy(edited.keys(), before.things, things);
  const again = reachedFrom(touched, signatures, before.related);
  const find = relatedIn(articles, signatures);
  const found = new Map([...again].map((self) => [self, find(self, count)]));
  return { things, related: replaceLists(before.related, found), again };
}
