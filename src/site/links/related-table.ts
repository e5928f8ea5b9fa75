import type { Entry } from "../entry.ts";
import { relatedIn, type FindRelated } from "./related.ts";

/**
 * The related articles of all articles, by numbers: so that one thread can find them and another one plan pages. Those of article `n` stand
 * from `starts[n]` on, up to `starts[n + 1]`.
 */
export interface RelatedTable {
  articles: Uint32Array;
  starts: Uint32Array;
}

/** At most `count` of each article, the nearest first. */
export function relatedTable(entries: readonly Entry[], count: number): RelatedTable {
  const find = relatedIn(entries);
  const articles = new Uint32Array(entries.length * count);
  const starts = new Uint32Array(entries.length + 1);
  let end = 0;
  for (let self = 0; self < entries.length; self += 1) {
    for (const other of find(self, count)) articles[end++] = other;
    starts[self + 1] = end;
  }
  return { articles: articles.slice(0, end), starts };
}

/** Finds again what is in a table. */
export function findIn({ articles, starts }: RelatedTable): FindRelated {
  return (self, count) => [...articles.subarray(starts[self], starts[self + 1])].slice(0, count);
}
