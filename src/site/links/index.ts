import type { Entry } from "../entry.ts";
import { referrersIn } from "./referrers.ts";
import { relatedIn } from "./related.ts";

/** What leads from one article to others. */
export interface Links {
  /** Articles whose texts mention it, by number. */
  referrersOf(entry: Entry): readonly Entry[];
  /** At most `count` articles that have something rare in common with it, the nearest first. */
  relatedTo(entry: Entry, count: number): readonly Entry[];
}

/** The links of an archive. Each kind is worked out when first asked for. */
export function openLinks(entries: readonly Entry[]): Links {
  let referrers: ReturnType<typeof referrersIn> | undefined;
  let related: ReturnType<typeof relatedIn> | undefined;
  return {
    referrersOf: (entry) => (referrers ??= referrersIn(entries))(entry),
    relatedTo: (entry, count) => (related ??= relatedIn(entries))(entry, count),
  };
}
