/**
 * Pagefind keeps all it indexes in memory, so a large archive is indexed in slices, one after another. Which slice a page is in
 * depends on its number alone, so that each has its share of every product and year, and words are as rare in one as in all.
 */

/** Pages that one slice may have, about: what Pagefind indexes in 2 GB. */
export const PAGES_PER_SLICE = 25_000;

export function sliceCount(pages: number, perSlice = PAGES_PER_SLICE): number {
  return Math.max(1, Math.ceil(pages / perSlice));
}

export function sliceOf(id: string, slices: number): number {
  return Number(id.replace(/\D+/g, "")) % slices;
}

/** Below this, indexing everything takes a second or two, and a small index beside the other saves nothing. */
const SMALL_ARCHIVE = 2000;
/** More changed pages than that beside the index, and readers fetch more than they should. */
const MOST_RECENT = 500;

/** How many changed pages an index of so many pages can have beside it before everything is indexed again. */
export function mostRecent(pages: number): number {
  return pages < SMALL_ARCHIVE ? 0 : Math.min(MOST_RECENT, Math.floor(pages / 20));
}

/** Pages of a site with more would leave too few of the 100,000 files that static hosts allow to an index with a file for each. */
const MOST_TEXT_FILES = 35_000;

/** How many articles share one file of the index. */
function articlesPerFile(articles: number): number {
  return Math.ceil(articles / MOST_TEXT_FILES);
}

/** The most files that the texts of one slice may take; undefined where each page has its own. */
export function maxFragments(articles: number, slices: number): number | undefined {
  const perFile = articlesPerFile(articles);
  // Slices differ by a few pages, and Pagefind shares out evenly: a tenth more files still means as many pages a file.
  return perFile === 1 ? undefined : Math.ceil((1.1 * articles) / slices / perFile);
}

/** About how many files the index of so many articles has: texts, one in thirty of that for words, and a few more. */
export function searchFiles(articles: number): number {
  return Math.ceil(articles / articlesPerFile(articles) + articles / 30 + 30);
}
