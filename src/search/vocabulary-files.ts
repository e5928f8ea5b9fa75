import type { PageStatistics } from "./changes.ts";
import type { TextFile } from "./text-file.ts";

/** The archive's words with the number of pages that have them, in files small enough to fetch one for each word of a question. */

/**
 * In how many pages a word stands. Beside an index, in a small one of what changed, a second number tells how many pages had it that
 * were replaced.
 */
export type WordCounts = [pages: number, replaced?: number];

/** What is fetched first: how many pages there are, the common words, and where each slice begins. */
export interface VocabularyHead {
  /** Of the full text, as Pagefind counts. */
  fullText: PageStatistics;
  /** Words that are indexed in titles alone. */
  titlesOnly: string[];
  /** Spellings that the index's texts hold as one character each; see `concealed.ts`. */
  phrases: string[];
  /** Words of at least one page in fifty, and those of the synonyms, with their counts; beside an index, the same words as there. */
  common: Record<string, WordCounts>;
  /** Groups of names for the same thing, each name a list of index words. */
  synonyms: string[][][];
  /** First word of each slice, in order. */
  slices: string[];
}

/** Letters of one slice before compression: about 3 KB after it. */
const SLICE_LENGTH = 9000;
const COMMON_SHARE = 1 / 50;
/** Below this many pages every word would be common. */
const COMMON_FLOOR = 20;

export function vocabularyFiles(
  counts: ReadonlyMap<string, WordCounts>,
  about: Pick<VocabularyHead, "fullText" | "titlesOnly" | "phrases" | "synonyms">,
  inHead: ReadonlySet<string> = new Set(),
): TextFile[] {
  const least = Math.max(COMMON_FLOOR, about.fullText.pages * COMMON_SHARE);
  const ofSynonyms = new Set(about.synonyms.flat(2));
  const isCommon = ([word, [pages]]: Entry) =>
    pages >= least || ofSynonyms.has(word) || inHead.has(word);
  const words = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const slices = slicesOf(words.filter((entry) => !isCommon(entry)));
  const head: VocabularyHead = {
    ...about,
    common: Object.fromEntries(words.filter(isCommon)),
    slices: slices.map((slice) => slice[0]?.[0] ?? ""),
  };
  return [
    { path: "words/head.gz", text: JSON.stringify(head) },
    ...slices.map((slice, index) => ({
      path: `words/${index}.gz`,
      text: slice.map(([word, count]) => `${word} ${count.join(" ")}`).join("\n"),
    })),
  ];
}

type Entry = [word: string, counts: WordCounts];

function slicesOf(words: readonly Entry[]): Entry[][] {
  const slices: Entry[][] = [];
  let length = Infinity;
  for (const entry of words) {
    if (length > SLICE_LENGTH) {
      slices.push([]);
      length = 0;
    }
    slices.at(-1)?.push(entry);
    length += entry[0].length + 1 + 2 * entry[1].length;
  }
  return slices;
}
