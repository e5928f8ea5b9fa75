import { PHRASES_MAX } from "./concealed.ts";
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

/** Pages, about, that stand for the archive. */
const SAMPLE = 2000;

/** The articles that stand for an archive: chosen by their numbers, so that an edit changes next to nothing in what is taken for common. */
export function sampleOf(ids: readonly string[]): string[] {
  const every = 2 ** Math.max(0, Math.round(Math.log2(ids.length / SAMPLE)));
  return ids.filter((id) => Number(id.replace(/\D+/g, "")) % every === 0);
}

/** What was counted in some pages. */
export interface Sample {
  pages: number;
  /** In how many of them each word stands. */
  words: ReadonlyMap<string, number>;
  /** How often each spelling stands in them. */
  spellings: ReadonlyMap<string, number>;
}

/** Counts in texts, each a page's. */
export function countIn(texts: Iterable<readonly string[]>, chunks: typeof chunksOf): Sample {
  const words = new Map<string, number>();
  const spellings = new Map<string, number>();
  let pages = 0;
  for (const text of texts) {
    const found = text.flatMap((block) => chunks(block));
    for (const { raw } of found) add(spellings, raw, 1);
    for (const word of new Set(found.flatMap(({ words }) => words))) add(words, word, 1);
    pages++;
  }
  return { pages, words, spellings };
}

export function joinSamples(samples: readonly Sample[]): Sample {
  return {
    pages: samples.reduce((sum, sample) => sum + sample.pages, 0),
    words: sum(samples.map(({ words }) => words)),
    spellings: sum(samples.map(({ spellings }) => spellings)),
  };
}

/** What is common in an archive, by a sample of it. */
export function commonOf(sample: Sample): Common {
  const words = new Set(commonWords(sample));
  const phrases = words.size === 0 ? [] : commonSpellings(sample.spellings, words);
  return { words, phrases };
}

export function commonWords({ pages, words }: Pick<Sample, "pages" | "words">): string[] {
  if (pages < FLOOR) return [];
  return [...words].filter(([, count]) => count > pages * SHARE).map(([word]) => word);
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
