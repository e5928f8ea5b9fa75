/** The part of Pagefind's browser interface that search uses, and how it is loaded. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(
    text: string | null,
    options?: { filters?: PagefindFilters; sort?: Record<string, "asc" | "desc"> },
  ): Promise<{ results: PagefindResult[]; unfilteredResultCount: number }>;
}

export type PagefindFilters = Record<string, string | string[] | { any: string[] }>;

export interface PagefindResult {
  /** Of the page, the same in every search. */
  id: string;
  score: number;
  /** Places of the matching words, in Pagefind's count of words. */
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  /** Address under the site's base. */
  raw_url: string;
  content: string;
  meta: { title: string; info: string };
  anchors: { element: string; id: string; text: string; location: number }[];
}

/** Loads Pagefind's core from the site itself. `folder` is the address of `pagefind/`, with a slash at its end. */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ basePath: folder, noWorker: true, ranking: RANKING });
  return pagefind;
}

/**
 * A word counts for itself and hardly for longer words that begin with it; a word of the title counts as
 * much as several of the text.
 */
export const RANKING = {
  termSimilarity: 6,
  pageLength: 0.5,
  termSaturation: 1.2,
  metaWeights: { title: 2, info: 0 },
};
