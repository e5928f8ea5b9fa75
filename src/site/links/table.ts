import { NumberLists } from "./numbers.ts";

/** Of each article some others, by numbers. Those of article `n` stand from `starts[n]` on, up to `starts[n + 1]`. */
export interface ArticleTable {
  articles: Uint32Array;
  starts: Uint32Array;
}

/** What `find` finds of so many articles. */
export function tableOf(length: number, find: (self: number) => ArrayLike<number>): ArticleTable {
  const lists = new NumberLists();
  for (let self = 0; self < length; self += 1) lists.addAll(find(self));
  const { numbers: articles, starts } = lists.all();
  return { articles, starts };
}

/** Finds again what is in a table: of each article, by number, all that was found. */
export function findIn({ articles, starts }: ArticleTable): (self: number) => Uint32Array {
  return (self) => articles.subarray(starts[self], starts[self + 1]);
}
