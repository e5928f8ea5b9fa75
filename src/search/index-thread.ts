import { parentPort, workerData } from "node:worker_threads";
import { countIn } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import { writeTexts, type StoredText } from "./fragments.ts";
import type { Answers, IndexedSlice, IndexSetting, Kind, Tasks } from "./index-task.ts";
import type { SearchPage } from "./page.ts";
import { readPageOf } from "./page-file.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import { WordTableMaker } from "./postings.ts";
import { filterValues, recordOf, styleOf, type RecordStyle } from "./record.ts";
import { rememberingChunks } from "./words.ts";

/** One thread of indexing: reads built pages, writes their texts, and gathers their words. */

const { site, folder } = workerData as IndexSetting;
let style: RecordStyle = styleOf({ words: new Set(), phrases: [] });
let counts = new Map<string, number>();

const perform: { [K in Kind]: (task: Tasks[K]) => Answers[K] } = {
  sample: ({ ids }) => countIn(textsOf(ids), rememberingChunks()),
  common: ({ common }) => {
    style = styleOf(common);
    return undefined;
  },
  slice: ({ ids, perFile }) => indexSlice(ids, perFile),
  counts: takeCounts,
};

parentPort?.on("message", <K extends Kind>(task: Tasks[K] & { kind: K }) => {
  parentPort?.postMessage(perform[task.kind](task));
});

function* pagesOf(ids: readonly string[]): Generator<SearchPage> {
  for (const id of ids) {
    const page = readPageOf(site, id);
    if (page) yield page;
  }
}

function* textsOf(ids: readonly string[]): Generator<string[]> {
  for (const { blocks } of pagesOf(ids)) yield blocks.map(({ text }) => text);
}

function indexSlice(ids: readonly string[], perFile: number): IndexedSlice {
  const words = new WordTableMaker();
  const facts: PageFacts[] = [];
  const pages: IndexedPage[] = [];
  const texts: StoredText[] = [];
  const writeAll = () => pages.push(...writeTexts(texts.splice(0), perFile > 1, folder));
  for (const page of pagesOf(ids)) {
    const record = recordOf(page, style);
    for (const word of record.words) counts.set(word, (counts.get(word) ?? 0) + 1);
    words.add(facts.length, record.places);
    facts.push({ article: page.id, modified: page.modified, values: filterValues(page) });
    if (texts.push(record.text) === perFile) writeAll();
  }
  writeAll();
  return { facts, pages, words: words.table() };
}

function takeCounts(): ReadonlyMap<string, number> {
  const taken = counts;
  counts = new Map();
  return taken;
}
