import { RECENT, type IndexChanges } from "./changes.ts";
import type { SliceFacts } from "./vocabulary-files.ts";

/** The part of Pagefind's browser interface that search uses, and how it is loaded. */
export interface Pagefind {
  search(text: string): Promise<{ results: PagefindResult[] }>;
}

/** What `pagefind.js` exports. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Pagefind;
}

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

/** A slice of the full text, ready to be asked. */
export interface OpenSlice {
  pagefind: Pagefind;
  /** What to multiply its scores by, so that they compare with those of other slices. */
  scale: number;
}

/**
 * Opens the slices of an index, and that of what changed since, with Pagefind's core, which stands beside the first one. `folder` is
 * the address of `pagefind/`, with a slash at its end; `core` that of `pagefind.js`.
 */
export async function openSlices(
  folder: string,
  slices: readonly SliceFacts[],
  { recent }: IndexChanges,
  core = `${folder}pagefind.js`,
): Promise<OpenSlice[]> {
  const { createInstance } = (await import(/* @vite-ignore */ core)) as PagefindModule;
  const opened: OpenSlice[] = [];
  for (const [number, slice] of slices.entries()) {
    const last = number === slices.length - 1;
    const basePath = folder + (recent && last ? RECENT : sliceFolder(number));
    const { scale, ...ranking } = rankingOf(slice.length / (slices[0]?.length ?? slice.length));
    const pagefind = createInstance({ basePath, noWorker: true, ranking });
    // All slices run in one WebAssembly instance: each must be ready before the next is opened, as an empty search shows.
    await pagefind.search("");
    opened.push({ pagefind, scale });
  }
  return opened;
}

/**
 * A word counts for itself and hardly for longer words that begin with it; a word of the title counts as
 * much as several of the text.
 */
const RANKING = {
  termSimilarity: 6,
  metaWeights: { title: 2, info: 0 },
};
/** BM25's k1 and b. */
const SATURATION = 1.2;
const PAGE_LENGTH = 0.5;

/**
 * Pagefind compares a page's length with the mean of its slice. The two weights are chosen so that it is as if compared with the
 * mean of the first one, of which this slice's is `longer` times as much.
 */
function rankingOf(longer: number) {
  const byLength = SATURATION * PAGE_LENGTH * longer;
  const saturation = SATURATION * (1 - PAGE_LENGTH) + byLength;
  return {
    ...RANKING,
    termSaturation: saturation,
    pageLength: byLength / saturation,
    scale: (SATURATION + 1) / (saturation + 1),
  };
}
