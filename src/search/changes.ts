/**
 * What a search has to know first: which pages of the index are no longer right, and whether there is a small index of what took
 * their place, in `recent/`. See docs/search.md.
 */
export interface IndexChanges {
  /** Pages that were replaced or removed, as `shortId` writes them. */
  masked: string[];
  recent: boolean;
}

export const CHANGES_PATH = "words/changes.gz";

/** Folder of the small index, under that of the index. */
export const RECENT = "recent/";

/** Folders that have vocabulary and facts of their own. */
export function setsOf({ recent }: IndexChanges): string[] {
  return recent ? ["", RECENT] : [""];
}
