import type { Lookup } from "./plan.ts";
import type { PagefindResult } from "./pagefind.ts";

/** A page that has some of the words, before its text is looked at. */
export interface Candidate {
  result: PagefindResult;
  score: number;
  /** Places of the matching words by lookup, in Pagefind's count of words. */
  places: Map<Lookup, number[]>;
}

/** How steeply a page falls that has some of the terms only. */
const COVER_POWER = 1.5;

/** Adds up what each lookup found. A page with all terms stands above one with some of them, other things being equal. */
export function merge(
  found: readonly { lookup: Lookup; results: PagefindResult[] }[],
): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const { lookup, results } of found) {
    for (const result of results) {
      const candidate = candidates.get(result.id) ?? { result, score: 0, places: new Map() };
      candidates.set(result.id, candidate);
      candidate.score += result.score * lookup.weight;
      candidate.places.set(lookup, result.words);
    }
  }
  const possible = new Set(found.map(({ lookup }) => lookup.term)).size;
  for (const candidate of candidates.values()) {
    const matched = new Set([...candidate.places.keys()].map((lookup) => lookup.term)).size;
    candidate.score *= (matched / possible) ** COVER_POWER;
  }
  return [...candidates.values()].sort(byScore);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.result.id < b.result.id ? -1 : 1);
}
