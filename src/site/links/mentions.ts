import type { Entry } from "../entry.ts";
import type { Edited, Numbered } from "../numbered.ts";
import { NumberLists, replaceLists, type Lists } from "./lists.ts";

/** Of each article, by number, the numbers of those that its text mentions and that are there. */
export function mentionsIn({ entries, numberOf }: Numbered): Lists {
  const lists = new NumberLists();
  for (const entry of entries) lists.addAll(numbersOf(entry, numberOf));
  return lists.all();
}

/** The same after some articles were edited and none came or went. */
export function mentionsAfter(before: Lists, edited: Edited, { numberOf }: Numbered): Lists {
  const changed = [...edited].map(([self, entry]) => [self, numbersOf(entry, numberOf)] as const);
  return replaceLists(before, new Map(changed));
}

function numbersOf({ mentions }: Entry, numberOf: Numbered["numberOf"]): number[] {
  return mentions.flatMap((id) => numberOf(id) ?? []);
}
