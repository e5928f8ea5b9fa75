/**
 * Written beside an index when it is complete, and replaced whole when what changed since is indexed. What a search has to know first: which articles of the index are no longer right, whether there is a small index of what took
 * their place, in `recent/`, and what the scores of both go by. See docs/search.md.
 */
export interface IndexChanges {
  /** Articles that were replaced or removed. */
  masked: string[];
  recent: boolean;
  /** Of all pages that can be found, in both. */
  all: PageStatistics;
}

export interface PageStatistics {
  pages: number;
  /** Words of a page in the mean, as Pagefind counts. */
  length: number;
}

export const CHANGES_PATH = "words/changes.gz";

/** Folder of the small index, under that of the index. */
export const RECENT = "recent/";

/** Folders that have vocabulary and facts of their own. */
export function setsOf({ recent }: IndexChanges): string[] {
  return recent ? ["", RECENT] : [""];
}

export function statisticsOf(pages: readonly { words: number }[]): PageStatistics {
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  return { pages: pages.length, length: words / Math.max(1, pages.length) };
}
