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
