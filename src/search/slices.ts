import type { TextPlace } from "./fragments.ts";

/** Pages that a thread indexes at a time: enough that few pieces have to be joined, few enough that all threads end together. */
const PAGES_PER_SLICE = 500;

/** Articles in their order, cut into slices; those of one file of texts (`perFile`) stay together. */
export function slicesOf(
  ids: readonly string[],
  perFile: number,
  most = PAGES_PER_SLICE,
): string[][] {
  const length = perFile * Math.max(1, Math.floor(most / perFile));
  const slices = Math.ceil(ids.length / length);
  return Array.from({ length: slices }, (_, at) => ids.slice(at * length, (at + 1) * length));
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
export function articlesPerFile(articles: number): number {
  return Math.max(1, Math.ceil(articles / MOST_TEXT_FILES));
}

/** Where the texts of a slice's articles go, so many to a file. */
export function textPlaces(ids: readonly string[], perFile: number): TextPlace[] {
  return ids.map((name, at) => ({
    name,
    group: perFile === 1 ? "" : (ids[at - (at % perFile)] ?? ""),
  }));
}

/** About how many files the index of so many articles has: texts, one in twenty of that for words, and a few more. */
export function searchFiles(articles: number): number {
  return Math.ceil(articles / articlesPerFile(articles) + articles / 20 + 30);
}
