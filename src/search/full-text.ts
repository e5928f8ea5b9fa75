import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Common } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import type { IndexedSlice } from "./index-task.ts";
import type { IndexThreads } from "./index-threads.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import { joinTables, type Word } from "./postings.ts";

/** What is to be indexed, and where to. */
export interface FullTextTask {
  threads: IndexThreads;
  /** Of articles, sorted. */
  slices: readonly (readonly string[])[];
  /** Texts to a file. */
  perFile: number;
  /** Folder of the index. */
  folder: string;
  common: Common;
  onPages: (pages: number) => void;
}

/** What was learnt of pages while they were indexed. Plain data. */
export interface Indexed {
  slices: IndexedSlice[];
  /** In how many pages each word stands. */
  counts: ReadonlyMap<string, number>;
}

/** Threads index slices of the pages, and write their texts. */
export async function indexSlices(task: FullTextTask): Promise<Indexed> {
  const { threads, folder, common, perFile, onPages } = task;
  await mkdir(join(folder, "fragment"), { recursive: true });
  const slices = await threads.index(task.slices, { common, perFile, onPages });
  return { slices, counts: await threads.counts() };
}

/** The slices of an index as one. */
export interface FullText {
  /** In their order, with the pages that have them. */
  words: Iterable<Word>;
  facts: PageFacts[];
  /** As Pagefind counts them, empty ones included. */
  pages: IndexedPage[];
}

/** `slices` are in the order of their articles. Adds as many empty pages as `fillers` says, for the sake of the index's statistics. */
export function joinSlices(slices: readonly IndexedSlice[], fillers: number): FullText {
  const facts = slices.flatMap((slice) => slice.facts);
  // Pagefind takes an index without pages for a broken one.
  const empty = Array.from({ length: fillers || Number(facts.length === 0) }, filler);
  const pages = [...slices.flatMap((slice) => slice.pages), ...empty];
  return { words: joinTables(tablesOf(slices)), facts, pages };
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
