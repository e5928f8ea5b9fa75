import { commonWords, type Sample } from "./common.ts";

/**
 * What the next update has to know of the sample by which common words were found, to tell whether a clean index would find others. No reader
 * fetches it.
 */
export interface SampleFile {
  pages: number;
  /** Words that are common, or would be if twice as many pages had them, with the number of pages that do. */
  words: [word: string, pages: number][];
}

export const SAMPLE_PATH = "words/sample.gz";

export function sampleFile({ pages, words }: Sample): SampleFile {
  const doubled = new Map([...words].map(([word, count]) => [word, 2 * count]));
  const near = new Set(commonWords({ pages, words: doubled }));
  return { pages, words: [...words].filter(([word]) => near.has(word)) };
}

/** The words that would be common in a clean index, after pages of the sample were replaced by others. */
export function commonAfter(sample: SampleFile, replaced: Sample, replacing: Sample): string[] {
  const words = sample.words.map(([word, count]): [string, number] => {
    const [less = 0, more = 0] = [replaced, replacing].map((some) => some.words.get(word));
    return [word, count - less + more];
  });
  const pages = sample.pages - replaced.pages + replacing.pages;
  return commonWords({ pages, words: new Map(words) });
}
