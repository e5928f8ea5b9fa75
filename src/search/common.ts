import { PHRASES_MAX } from "./concealed.ts";
import type { SearchPage } from "./page.ts";
import type { chunksOf } from "./words.ts";

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

export function findCommon(sample: readonly SearchPage[], chunks: typeof chunksOf): Common {
  if (sample.length < FLOOR) return { words: new Set(), phrases: [] };
  const pages = new Map<string, number>();
  const spellings = new Map<string, number>();
  for (const page of sample) {
    const found = page.blocks.flatMap(({ text }) => chunks(text));
    for (const { raw } of found) spellings.set(raw, (spellings.get(raw) ?? 0) + 1);
    for (const word of new Set(found.flatMap(({ words }) => words))) {
      pages.set(word, (pages.get(word) ?? 0) + 1);
    }
  }
  const limit = sample.length * SHARE;
  const words = new Set([...pages].filter(([, count]) => count > limit).map(([word]) => word));
  return { words, phrases: commonSpellings(spellings, words, chunks) };
}

function commonSpellings(
  spellings: ReadonlyMap<string, number>,
  common: ReadonlySet<string>,
  chunks: typeof chunksOf,
): string[] {
  const isCommon = (raw: string) =>
    chunks(raw).every((chunk) => chunk.words.every((word) => common.has(word)));
  return [...spellings]
    .filter(([raw, count]) => count > 10 && isCommon(raw))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, PHRASES)
    .map(([raw]) => raw);
}
