import type { Entry } from "../entry.ts";
import { picked, type Numbered } from "../numbered.ts";
import { finderIn, type Lists } from "./lists.ts";
import { mentionsIn } from "./mentions.ts";
import { referrersIn } from "./referrers.ts";
import { relatedIn } from "./related.ts";

/** What leads from one article to others. */
export interface Links {
  /** Articles whose texts mention it, by number. */
  referrersOf(entry: Entry): readonly Entry[];
  /** At most `count` articles that have something rare in common with it, the nearest first. */
  relatedTo(entry: Entry, count: number): readonly Entry[];
}

/** What of an archive's links is known already, by the articles' numbers. */
export interface KnownLinks {
  mentions?: Lists | undefined;
  related?: Lists | undefined;
}

/** Finds related articles by their numbers, `count` of them or more. */
type FindSome = (self: number, count: number) => Iterable<number>;

/** The links of an archive. Each kind is worked out when first asked for, where it is not known. */
export function openLinks(articles: Numbered, { mentions, related }: KnownLinks = {}): Links {
  const { entries, numberOf } = articles;
  let referrers: ReturnType<typeof referrersIn> | undefined;
  let find: FindSome | undefined = related && finderIn(related);
  return {
    referrersOf(entry) {
      referrers ??= referrersIn(articles, mentions ?? mentionsIn(articles));
      return referrers(entry);
    },
    relatedTo({ id }, count) {
      find ??= relatedIn(articles);
      const self = numberOf(id);
      return self === undefined ? [] : picked(entries, [...find(self, count)].slice(0, count));
    },
  };
}
