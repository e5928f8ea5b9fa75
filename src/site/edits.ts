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

export function isRewording(edit: Edit): edit is Rewording {
  const { before, now } = edit;
  return before !== undefined && now !== undefined && listedIn(before) === listedIn(now);
}

/** What can be reworded. */
const REWORDED = { title: "", words: "", mentions: [], references: [], hasSource: false };

/** All that tells which lists an article is in, and where. */
function listedIn(entry: Entry): string {
  return JSON.stringify({ ...entry, ...REWORDED } satisfies Entry);
}
