import { PHRASES_MAX } from "./concealed.ts";
import type { SearchPage } from "./page.ts";
import { chunksOf } from "./words.ts";

/** What is so common in the archive that it is treated apart; found from a sample of its pages. */
export interface Common {
  /** Words indexed in titles alone. */
  words: ReadonlySet<string>;
  /** Such words as texts write them (`the`, `The`, `the,`), which get a character each. */
  phrases: string[];
}

/** Words in more pages than this share are common. */
const SHARE = 0.1;
/** A sample of fewer pages says little, and a small archive needs nothing of the kind. */
const FLOOR = 1000;
/** Spellings with a character each: of more, the gain is not worth the bytes of the list. */
const PHRASES = Math.min(2000, PHRASES_MAX);

/** What was counted in some pages. */
export interface Sample {
  pages: number;
  /** In how many of them each word stands. */
  words: ReadonlyMap<string, number>;
  /** How often each spelling stands in them. */
  spellings: ReadonlyMap<string, number>;
}

export function sampleOf(pages: Iterable<SearchPage>, chunks: typeof chunksOf): Sample {
  const words = new Map<string, number>();
  const spellings = new Map<string, number>();
  let count = 0;
  for (const page of pages) {
    const found = page.blocks.flatMap(({ text }) => chunks(text));
    for (const { raw } of found) add(spellings, raw, 1);
    for (const word of new Set(found.flatMap(({ words }) => words))) add(words, word, 1);
    count++;
  }
  return { pages: count, words, spellings };
}

/** What is common in an archive, by samples of it. */
export function commonOf(samples: readonly Sample[]): Common {
  const pages = samples.reduce((sum, sample) => sum + sample.pages, 0);
  if (pages < FLOOR) return { words: new Set(), phrases: [] };
  const limit = pages * SHARE;
  const counts = [...sum(samples.map(({ words }) => words))];
  const words = new Set(counts.filter(([, count]) => count > limit).map(([word]) => word));
  return { words, phrases: commonSpellings(sum(samples.map(({ spellings }) => spellings)), words) };
}

function sum(parts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const part of parts) for (const [key, count] of part) add(all, key, count);
  return all;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function commonSpellings(
  spellings: ReadonlyMap<string, number>,
  common: ReadonlySet<string>,
): string[] {
  const isCommon = (raw: string) =>
    chunksOf(raw).every((chunk) => chunk.words.every((word) => common.has(word)));
  return [...spellings]
    .filter(([raw, count]) => count > 10 && isCommon(raw))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, PHRASES)
    .map(([raw]) => raw);
}
