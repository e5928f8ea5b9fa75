import { setsOf, type IndexChanges, type PageStatistics } from "./changes.ts";

/** The part of Pagefind's browser interface that search uses, and how it is loaded. */
export interface Pagefind {
  search(text: string): Promise<{ results: PagefindResult[] }>;
}

/** What `pagefind.js` exports. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Pagefind;
}

export interface PagefindResult {
  /** The article's. */
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

/** The index, or the small one of what changed since, ready to be asked. */
export interface OpenSet {
  pagefind: Pagefind;
  /** Pages that Pagefind counts. */
  pages: number;
  /** What to multiply its scores by, so that they compare with those of the other. */
  scale: number;
}

/**
 * Opens the index, and that of what changed since, with Pagefind's core, which stands beside the first one. `statistics` are those of
 * both. `folder` is the address of `pagefind/`, with a slash at its end; `core` that of `pagefind.js`.
 */
export async function openSets(
  folder: string,
  statistics: readonly PageStatistics[],
  changes: IndexChanges,
  core = `${folder}pagefind.js`,
): Promise<OpenSet[]> {
  const { createInstance } = (await import(/* @vite-ignore */ core)) as PagefindModule;
  const opened: OpenSet[] = [];
  for (const [number, set] of setsOf(changes).entries()) {
    const { pages = 0, length = 1 } = statistics[number] ?? {};
    const { scale, ...ranking } = rankingOf(length / changes.all.length);
    const pagefind = createInstance({ basePath: folder + set, noWorker: true, ranking });
    // Both run in one WebAssembly instance: each must be ready before the next is opened, as an empty search shows.
    await pagefind.search("");
    opened.push({ pagefind, pages, scale });
  }
  return opened;
}

/** A word counts for itself and hardly for longer words that begin with it. */
const SIMILARITY = 6;
/** What a word of the title counts beside its rarity. */
const TITLE = 2;
/** BM25's k1 and b. */
const SATURATION = 1.2;
const PAGE_LENGTH = 0.5;

/**
 * Pagefind compares a page's length with the mean of its index. The weights are chosen so that it is as if compared with the
 * mean of all pages, of which this index's is `longer` times as much.
 */
function rankingOf(longer: number) {
  const byLength = SATURATION * PAGE_LENGTH * longer;
  const saturation = SATURATION * (1 - PAGE_LENGTH) + byLength;
  const scale = (SATURATION + 1) / (saturation + 1);
  return {
    scale,
    termSimilarity: SIMILARITY,
    termSaturation: saturation,
    pageLength: byLength / saturation,
    metaWeights: { title: TITLE / scale, info: 0 },
  };
}
