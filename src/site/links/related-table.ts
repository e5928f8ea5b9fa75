import { NumberLists } from "./numbers.ts";

/**
 * The related articles of all articles, by numbers. Those of article `n` stand from `starts[n]` on, up to `starts[n + 1]`, the nearest
 * first.
 */
export interface RelatedTable {
  articles: Uint32Array;
  starts: Uint32Array;
}

/** What `find` finds of so many articles. */
export function tableOf(length: number, find: (self: number) => ArrayLike<number>): RelatedTable {
  const lists = new NumberLists();
  for (let self = 0; self < length; self += 1) lists.addAll(find(self));
  const { numbers: articles, starts } = lists.all();
  return { articles, starts };
}

/** Finds again what is in a table: of each article, by number, all that was found. */
export function findIn({ articles, starts }: RelatedTable): (self: number) => Uint32Array {
  return (self) => articles.subarray(starts[self], starts[self + 1]);
}
