import { config } from "../config.ts";
import { relationsOf, type Relations } from "../site/links/relations.ts";
import { numbered } from "../site/numbered.ts";
import { askThread } from "../thread.ts";
import { readEntryList } from "./entry-json.ts";
import { selectionOf } from "./select.ts";

/** Find the related articles of all that the site has. Plain data. */
export interface RelateTask {
  kind: "relate";
  /** As JSON: see `readEntryList`. */
  entries: Uint8Array;
  /** See `Selection`. */
  select: readonly string[];
}

interface Answers {
  relate: Relations;
}

/** Finds them in a thread while this one goes on. */
export function relateBeside(task: RelateTask): Promise<Relations> {
  return askThread<RelateTask, Answers>(new URL("./relate-thread.ts", import.meta.url), task);
}

export function relateHere({ entries, select }: RelateTask): Relations {
  const { takes } = selectionOf(select);
  const read = readEntryList(entries);
  return relationsOf(numbered(read.filter(takes)), config.related);
}
