import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { pathOf } from "../article/id.ts";
import { readPage } from "./page.ts";
import { filterValues, recordOf, styleOf } from "./record.ts";
import type { Answers, Kind, PageRecord, RecordSetting, Tasks } from "./record-task.ts";

/** One thread of indexing: reads built pages, makes their records and counts their words. */

const { site, common } = workerData as RecordSetting;
const style = styleOf(common);
let counts = new Map<string, number>();

parentPort?.on("message", (task: Tasks[Kind]) => parentPort?.postMessage(perform(task)));

function perform(task: Tasks[Kind]): Answers[Kind] {
  return task.kind === "records" ? task.ids.flatMap((id) => record(id) ?? []) : takeCounts();
}

function record(id: string): PageRecord | undefined {
  const page = readPage(readFileSync(join(site, pathOf(id), "index.html"), "utf8"));
  if (page === undefined) return undefined;
  const { html, words } = recordOf(page, style);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { article: id, html, modified: page.modified, values: filterValues(page) };
}

function takeCounts(): Map<string, number> {
  const taken = counts;
  counts = new Map();
  return taken;
}
