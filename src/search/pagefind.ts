/** The part of Pagefind's browser interface that search uses, and how it is loaded. */
export interface Pagefind {
  search(
    text: string,
    options?: { filters?: PagefindFilters },
  ): Promise<{ results: PagefindResult[] }>;
}

/** What `pagefind.js` exports. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Pagefind;
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
  /** Address that the page was indexed under. */
  raw_url: string;
  content: string;
  meta: { title: string; info: string };
  anchors: { element: string; id: string; text: string; location: number }[];
}

/** Address, under the index's folder, of one slice of the full text; see `slices.ts`. */
export function sliceFolder(slice: number): string {
  return slice === 0 ? "" : `${slice}/`;
}

/**
 * Opens the slices of an index with Pagefind's core, which stands beside the first one. `folder` is the address of `pagefind/`, with
 * a slash at its end; `core` that of `pagefind.js`.
 */
export async function openSlices(
  folder: string,
  slices: number,
  core = `${folder}pagefind.js`,
): Promise<Pagefind[]> {
  const { createInstance } = (await import(/* @vite-ignore */ core)) as PagefindModule;
  const opened: Pagefind[] = [];
  for (let slice = 0; slice < slices; slice++) {
    const basePath = folder + sliceFolder(slice);
    const instance = createInstance({ basePath, noWorker: true, ranking: RANKING });
    // All slices run in one WebAssembly instance: each must be ready before the next is opened, as an empty search shows.
    await instance.search("");
    opened.push(instance);
  }
  return opened;
}

/**
 * A word counts for itself and hardly for longer words that begin with it; a word of the title counts as
 * much as several of the text.
 */
const RANKING = {
  termSimilarity: 6,
  pageLength: 0.5,
  termSaturation: 1.2,
  metaWeights: { title: 2, info: 0 },
};
