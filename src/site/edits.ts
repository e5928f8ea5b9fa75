import type { Entry } from "./entry.ts";
import type { Model } from "./page.ts";

/** An article that is not as it was when the site was planned before: its entry then, and now. One is absent where the article came or went. */
export interface Edit {
  before: Entry | undefined;
  now: Entry | undefined;
}

/** An edit that leaves its article in the same lists, at the same places. */
export interface Rewording {
  before: Entry;
  now: Entry;
}

export function isRewording(edit: Edit): edit is Rewording {
  const { before, now } = edit;
  return before !== undefined && now !== undefined && listedIn(before) === listedIn(now);
}

/** All that tells which lists an article is in, and where. */
function listedIn(entry: Entry): string {
  return JSON.stringify({ ...entry, title: "", words: "", mentions: [], references: [] });
}

/** What is known of pages where all edits were rewordings: then all lists are there that were, with the same articles. */
export interface Reworded {
  /** For pages that show nothing else of articles: as they were, whatever the model begins with. */
  head: Model;
  /** Whether an article's page shows what it showed before, but for its related articles. */
  isUnreached: (entry: Entry) => boolean;
}

export function rewordedBy(edits: readonly Edit[] | undefined): Reworded | undefined {
  if (!edits?.every(isRewording)) return undefined;
  const edited = new Set(edits.map(({ now }) => now.id));
  // They say who refers to them.
  const mentioned = edits.flatMap(({ before, now }) => [...before.mentions, ...now.mentions]);
  const reached = new Set([...edited, ...mentioned]);
  return {
    head: {},
    isUnreached: ({ id, mentions }) =>
      !reached.has(id) && !mentions.some((other) => edited.has(other)),
  };
}
