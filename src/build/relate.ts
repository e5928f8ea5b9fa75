import { Worker } from "node:worker_threads";
import { config } from "../config.ts";
import { relatedTable, type RelatedTable } from "../site/links/related-table.ts";
import { threadOf } from "../thread.ts";
import { readEntries, type EntriesJson } from "./entries.ts";
import { selectionOf } from "./select.ts";

/** Find the related articles of all that the site has. Plain data. */
export interface RelateTask {
  kind: "relate";
  entries: EntriesJson;
  /** See `Selection`. */
  select: readonly string[];
}

export interface Answers {
  relate: RelatedTable;
}

/** Articles that are related sooner than a thread has started. */
const FEW = 2_000;

/** Finds them in a thread while this one goes on. The thread ends then, for it holds as much as this one does. */
export async function relate(task: RelateTask, articles: number): Promise<RelatedTable> {
  if (articles <= FEW) return relateHere(task);
  const worker = new Worker(new URL("./relate-thread.ts", import.meta.url));
  try {
    return await threadOf<RelateTask, Answers>(worker).ask(task);
  } finally {
    await worker.terminate();
  }
}

export function relateHere({ entries, select }: RelateTask): RelatedTable {
  const { takes } = selectionOf(select);
  return relatedTable(readEntries(entries).filter(takes), config.related);
}
