import type { Entry } from "../entry.ts";
import type { Numbered } from "../numbered.ts";
import { findIn, tableOf, type ArticleTable } from "./table.ts";

/** Of each article, those that its text mentions and that are there. */
export function mentionsIn({ entries, numberOf }: Numbered): ArticleTable {
  const lists = Array.from(entries, (entry) => numbersOf(entry, numberOf));
  return tableOf(lists.length, (self) => lists[self] ?? []);
}

/** The same after some articles were edited and none came or went. */
export function mentionsAfter(
  before: ArticleTable,
  edited: readonly Entry[],
  { entries, numberOf }: Numbered,
): ArticleTable {
  const changed = new Map(edited.map((entry) => [numberOf(entry.id), numbersOf(entry, numberOf)]));
  const known = findIn(before);
  return tableOf(entries.length, (self) => changed.get(self) ?? known(self));
}

function numbersOf({ mentions }: Entry, numberOf: Numbered["numberOf"]): number[] {
  return mentions.flatMap((id) => numberOf(id) ?? []);
}
