import { workerData } from "node:worker_threads";
import { answerTasks } from "../thread.ts";
import { countIn } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import { writeTexts, type StoredText } from "./fragments.ts";
import type { Answers, IndexedSlice, IndexSetting, Task } from "./index-task.ts";
import { Lexicon } from "./lexicon.ts";
import type { SearchPage } from "./page.ts";
import { readPageOf } from "./page-file.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import { WordTableMaker } from "./postings.ts";
import { filterValues, recordOf } from "./record.ts";
import { rememberingChunks } from "./words.ts";

/** One thread of indexing: reads built pages, writes their texts, and gathers their words. */

const { site, folder } = workerData as IndexSetting;
let lexicon = new Lexicon({ words: new Set(), phrases: [] });

answerTasks(perform);

function perform(task: Task): Answers[Task["kind"]] {
  switch (task.kind) {
    case "sample":
      return countIn(textsOf(task.ids), rememberingChunks());
    case "common":
      lexicon = new Lexicon(task.common);
      return undefined;
    case "slice":
      return indexSlice(task.ids, task.perFile);
    case "counts":
      return lexicon.takeCounts();
  }
}

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
  const words = new WordTableMaker(lexicon.stems);
  const facts: PageFacts[] = [];
  const pages: IndexedPage[] = [];
  const texts: StoredText[] = [];
  const writeAll = () => pages.push(...writeTexts(texts.splice(0), perFile > 1, folder));
  for (const page of pagesOf(ids)) {
    const record = recordOf(page, lexicon);
    words.add(facts.length, record.places);
    facts.push({ article: page.id, modified: page.modified, values: filterValues(page) });
    if (texts.push(record.text) === perFile) writeAll();
  }
  writeAll();
  return { facts, pages, words: words.table() };
}
