import type { Entry } from "./entry.ts";

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

/** What is not as it was when the site was planned before. */
export interface Edits {
  all: readonly Edit[];
  /** The same, where none is anything else: then all lists are there that were, with the same articles. */
  rewordings: readonly Rewording[] | undefined;
  /** Whether an article's page is known to show what it showed, but for its related articles. */
  isUnreached: (entry: Entry) => boolean;
}

export function editsOf(all: readonly Edit[]): Edits {
  const rewordings = all.every(isRewording) ? all : undefined;
  return { all, rewordings, isUnreached: rewordings ? unreachedBy(rewordings) : () => false };
}

export function isRewording(edit: Edit): edit is Rewording {
  const { before, now } = edit;
  return before !== undefined && now !== undefined && listedIn(before) === listedIn(now);
}

/** All that tells which lists an article is in, and where. */
function listedIn(entry: Entry): string {
  return JSON.stringify({ ...entry, title: "", words: "", mentions: [], references: [] });
}

function unreachedBy(rewordings: readonly Rewording[]): (entry: Entry) => boolean {
  const edited = new Set(rewordings.map(({ now }) => now.id));
  // They say who refers to them.
  const mentioned = rewordings.flatMap(({ before, now }) => [...before.mentions, ...now.mentions]);
  const reached = new Set([...edited, ...mentioned]);
  return ({ id, mentions }) => !reached.has(id) && !mentions.some((other) => edited.has(other));
}
