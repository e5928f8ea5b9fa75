import type { Entry } from "../entry.ts";
import type { Numbered } from "../numbered.ts";
import { referrersIn } from "./referrers.ts";
import { relatedIn } from "./related.ts";
import { findIn } from "./related-table.ts";
import type { Relations, RelationsAfter } from "./relations.ts";

/** What leads from one article to others. */
export interface Links {
  /** Articles whose texts mention it, by number. */
  referrersOf(entry: Entry): readonly Entry[];
  /** At most `count` articles that have something rare in common with it, the nearest first. */
  relatedTo(entry: Entry, count: number): readonly Entry[];
  /** Whether these are known to be the ones that it had when the site was planned before, with the same titles. */
  hasSameRelated(entry: Entry): boolean;
}

/** Finds related articles by their numbers, `count` of them or more. */
type FindSome = (self: number, count: number) => Iterable<number>;

/** The links of an archive. Each kind is worked out when first asked for, where related articles are not known already. */
export function openLinks(articles: Numbered, known?: Relations | RelationsAfter): Links {
  const { entries, numberOf } = articles;
  let referrers: ReturnType<typeof referrersIn> | undefined;
  const again = known && "again" in known ? idsOf(known.again, entries) : undefined;
  let find: FindSome | undefined = known && findIn(known.table);
  return {
    referrersOf: (entry) => (referrers ??= referrersIn(articles))(entry),
    relatedTo({ id }, count) {
      find ??= relatedIn(articles);
      const self = numberOf(id);
      if (self === undefined) return [];
      return [...find(self, count)].slice(0, count).flatMap((other) => entries[other] ?? []);
    },
    hasSameRelated: ({ id }) => again?.has(id) === false,
  };
}

function idsOf(numbers: Iterable<number>, entries: readonly Entry[]): Set<string> {
  return new Set([...numbers].flatMap((number) => entries[number]?.id ?? []));
}
