import type { Entry } from "../entry.ts";
import { referrersIn } from "./referrers.ts";
import { relatedIn, type FindRelated } from "./related.ts";

/** What leads from one article to others. */
export interface Links {
  /** Articles whose texts mention it, by number. */
  referrersOf(entry: Entry): readonly Entry[];
  /** At most `count` articles that have something rare in common with it, the nearest first. */
  relatedTo(entry: Entry, count: number): readonly Entry[];
}

/** The links of an archive. Each kind is worked out when first asked for, those to related articles by `openRelated`. */
export function openLinks(
  entries: readonly Entry[],
  openRelated: () => FindRelated = () => relatedIn(entries),
): Links {
  let referrers: ReturnType<typeof referrersIn> | undefined;
  let related: Links["relatedTo"] | undefined;
  return {
    referrersOf: (entry) => (referrers ??= referrersIn(entries))(entry),
    relatedTo: (entry, count) => (related ??= byEntry(entries, openRelated()))(entry, count),
  };
}

function byEntry(entries: readonly Entry[], find: FindRelated): Links["relatedTo"] {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]));
  return ({ id }, count) => {
    const self = numbers.get(id);
    return self === undefined ? [] : find(self, count).flatMap((other) => entries[other] ?? []);
  };
}
