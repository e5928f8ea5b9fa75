import type { Lookup } from "./plan.ts";
import type { PagefindResult } from "./pagefind.ts";

/** A page that has some of the words, before its text is looked at. */
export interface Candidate {
  result: PagefindResult;
  score: number;
  /** Places of the matching words by lookup, in Pagefind's count of words. */
  places: Map<Lookup, number[]>;
}

const PRECISION = 1000;

/** How steeply a page falls that has some of the terms only. */
const COVER_POWER = 0.7;
/** What a term counts in that, of which only a correction is known. */
const CORRECTED_SHARE = 0.5;

/**
 * Adds up what each lookup found. A page with all terms stands above one with some of them, other things being equal. A term is
 * answered by the reader's own words for it or by one of those that stand in for them, whichever scores more.
 */
export function merge(
  found: readonly { lookup: Lookup; results: PagefindResult[] }[],
): Candidate[] {
  const shares = sharesOf(found.map(({ lookup }) => lookup));
  const possible = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const pages = new Map<string, Candidate & { terms: Map<number, TermScore> }>();
  for (const { lookup, results } of found) {
    for (const result of results) {
      const page = pages.get(result.id) ?? {
        result,
        score: 0,
        places: new Map(),
        terms: new Map<number, TermScore>(),
      };
      pages.set(result.id, page);
      page.places.set(lookup, result.words);
      const points = (result.score * lookup.weight) / lookup.terms.length;
      for (const term of lookup.terms) {
        page.terms.set(term, added(page.terms.get(term), lookup, points));
      }
    }
  }
  for (const page of pages.values()) {
    let matched = 0;
    for (const [term, { own, instead }] of page.terms) {
      page.score += Math.max(own, instead);
      matched += shares.get(term) ?? 0;
    }
    page.score *= (matched / possible) ** COVER_POWER;
  }
  return [...pages.values()].sort(byScore);
}

interface TermScore {
  own: number;
  instead: number;
}

function added(before: TermScore | undefined, lookup: Lookup, points: number): TermScore {
  const { own, instead } = before ?? { own: 0, instead: 0 };
  return lookup.instead
    ? { own, instead: Math.max(instead, points) }
    : { own: own + points, instead };
}

/** What each term counts in how much of the question a page has: as much as it says. */
function sharesOf(lookups: readonly Lookup[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { terms, instead, rarity, weight } of lookups) {
    const share = rarity * weight;
    for (const term of terms) {
      const before = shares.get(term);
      if (!instead) shares.set(term, Math.max(share, before ?? 0));
      else if (before === undefined) shares.set(term, CORRECTED_SHARE * share);
    }
  }
  return shares;
}

/** The best first. Scores of one page from two indexes differ by the rounding of 32-bit numbers: that is no difference. */
export function byScore(a: Candidate, b: Candidate): number {
  return (
    Math.round(b.score * PRECISION) - Math.round(a.score * PRECISION) ||
    (a.result.id < b.result.id ? -1 : 1)
  );
}
