import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Common } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import type { IndexedSlice } from "./index-task.ts";
import type { IndexThreads } from "./index-threads.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import { joinTables, type Word } from "./postings.ts";
import { articlesPerFile, slicesOf } from "./slices.ts";

/** What is to be indexed, and where to. */
export interface FullTextTask {
  threads: IndexThreads;
  /** Articles, sorted. */
  ids: readonly string[];
  /** Folder of the index. */
  folder: string;
  /** The most pages of a slice, if not as many as usual. */
  pagesPerSlice?: number;
  /** Empty pages to add, for the sake of the index's statistics. */
  fillers: number;
  common: Common;
  onPages: (pages: number) => void;
}

/** What was learnt of the pages while they were indexed. */
export interface FullText {
  /** In their order, with the pages that have them. */
  words: Iterable<Word>;
  /** In how many pages each word stands. */
  counts: Map<string, number>;
  facts: PageFacts[];
  /** As Pagefind counts them, empty ones included. */
  pages: IndexedPage[];
}

/** Threads index slices of the pages, and write what is kept of them. The slices' words become one list. */
export async function indexPages(task: FullTextTask): Promise<FullText> {
  const { threads, ids, folder, common, onPages } = task;
  await mkdir(join(folder, "fragment"), { recursive: true });
  const perFile = articlesPerFile(ids.length);
  const slices = slicesOf(ids, perFile, task.pagesPerSlice);
  const indexed = await threads.index(slices, { common, perFile, onPages });
  const facts = indexed.flatMap((slice) => slice.facts);
  // Pagefind takes an index without pages for a broken one.
  const fillers = Array.from({ length: task.fillers || Number(facts.length === 0) }, filler);
  const pages = [...indexed.flatMap((slice) => slice.pages), ...fillers];
  return { words: joinTables(tablesOf(indexed)), counts: await threads.counts(), facts, pages };
}

/** A page that nothing finds, of one word. */
function filler(_: unknown, at: number): IndexedPage {
  return { id: `-${at}`, words: 1, group: "" };
}

/** The words of slices, each with the number that the slice's first page has in the whole. */
function tablesOf(slices: readonly IndexedSlice[]) {
  let base = 0;
  return slices.map(({ words, pages }) => {
    const table = { table: words, base };
    base += pages.length;
    return table;
  });
}
