/** An archive cut up for indexing: by threads, and by machines (`kb build --shard`). */
export interface Sliced {
  /** Articles in their order; those of one file of texts are in the same slice. */
  slices: string[][];
  /** Texts to a file of the index. */
  perFile: number;
}

/** Cuts an archive, whose articles are sorted, by their number alone: for any number of threads and machines it is cut the same. */
export function slicesOf(ids: readonly string[], most = pagesPerSlice(ids.length)): Sliced {
  const perFile = articlesPerFile(ids.length);
  return { slices: cut(ids, perFile * Math.max(1, Math.floor(most / perFile))), perFile };
}

function cut(ids: readonly string[], length: number): string[][] {
  const slices = Math.ceil(ids.length / length);
  return Array.from({ length: slices }, (_, at) => ids.slice(at * length, (at + 1) * length));
}

/** Enough slices that all threads and machines end together; of pages so many that few pieces have to be joined. */
const SLICES = 128;
const [FEWEST, MOST] = [8, 256];

/** A power of two, so that articles that are added seldom change it. */
function pagesPerSlice(articles: number): number {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, articles / SLICES)));
  return Math.min(MOST, Math.max(FEWEST, length));
}

/** Below this, indexing everything takes a second or two, and a small index beside the other saves nothing. */
const SMALL_ARCHIVE = 2000;
/** More changed pages than that beside the index, and readers fetch more than they should. */
const MOST_RECENT = 500;

/** How many changed pages an index of so many pages can have beside it before everything is indexed again. */
export function mostRecent(pages: number): number {
  return pages < SMALL_ARCHIVE ? 0 : Math.min(MOST_RECENT, Math.floor(pages / 20));
}

/** Files that a site with its index may have: static hosts allow 100,000, and a site has pages of a host's own. */
const MOST_FILES = 92_000;
/** Pages of a site for each of its articles, lists and all. */
const PAGES = 1.125;
/** With more, a reader's question fetches many texts for each that it shows; larger archives have to find a larger host. */
const MOST_PER_FILE = 8;

/** How many articles share one file of the index: as few as leave the whole site within that bound. */
export function articlesPerFile(articles: number): number {
  const left = MOST_FILES - PAGES * articles - wordFiles(articles);
  return left <= 0
    ? MOST_PER_FILE
    : Math.min(MOST_PER_FILE, Math.max(1, Math.ceil(articles / left)));
}

/** About how many files the index of so many articles has. */
export function searchFiles(articles: number): number {
  return Math.ceil(articles / articlesPerFile(articles) + wordFiles(articles));
}

/** Files of words, and a few more. */
function wordFiles(articles: number): number {
  return articles / 20 + 30;
}
