/**
 * Pagefind keeps all it indexes in memory, so a large archive is indexed in slices, one after another. Which slice a page is in
 * depends on its number alone, so that each has its share of every product and year, and words are as rare in one as in all.
 */

/** Pages that one slice may have, about: what Pagefind indexes in 2 GB. */
const PAGES = 25_000;

export function sliceCount(pages: number): number {
  return Math.max(1, Math.ceil(pages / PAGES));
}

export function sliceOf(id: string, slices: number): number {
  return Number(id.replace(/\D+/g, "")) % slices;
}
