import type { Entry } from "../entry.ts";
import type { Numbered } from "../numbered.ts";
import { makeLists, replaceLists, type Lists } from "./lists.ts";
import type { Edited } from "./relations.ts";

/** Of each article, by number, the numbers of those that its text mentions and that are there. */
export function mentionsIn({ entries, numberOf }: Numbered): Lists {
  const lists = Array.from(entries, (entry) => numbersOf(entry, numberOf));
  return makeLists(lists.length, (self) => lists[self] ?? []);
}

/** The same after some articles were edited and none came or went. */
export function mentionsAfter(before: Lists, edited: Edited, { numberOf }: Numbered): Lists {
  const changed = [...edited].map(([self, entry]) => [self, numbersOf(entry, numberOf)] as const);
  return replaceLists(before, new Map(changed));
}

function numbersOf({ mentions }: Entry, numberOf: Numbered["numberOf"]): number[] {
  return mentions.flatMap((id) => numberOf(id) ?? []);
}
