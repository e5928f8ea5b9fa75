import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Common } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import { OpenIndex } from "./pagefind-index.ts";
import { addressOf, pagesOf, type IndexedPage } from "./pagefind-pages.ts";
import { sliceFolder } from "./pagefind.ts";
import type { PageRecord } from "./record-task.ts";
import { RecordThreads } from "./record-threads.ts";
import { maxFragments, sliceOf } from "./slices.ts";
import type { SliceFacts } from "./vocabulary-files.ts";

/** What is to be indexed, and where to. */
export interface FullTextTask {
  /** The folder of built pages. */
  site: string;
  /** Articles, sorted. */
  ids: readonly string[];
  /** Folder of the index. */
  folder: string;
  slices: number;
  /** Number of the first of the slices: not 0 where they stand beside those of another index. */
  firstSlice: number;
  /** Empty pages to add to a slice, for the sake of its statistics. */
  fillers: number;
  common: Common;
  onPage: () => void;
}

/** What was learnt of the pages while they were indexed. */
export interface FullText {
  /** In how many pages each word stands, slice by slice. */
  counts: Map<string, number[]>;
  pages: PageFacts[];
  slices: SliceFacts[];
}

/** Indexes pages slice by slice. While Pagefind writes one, threads make the records of the next. */
export async function writeFullText(task: FullTextTask): Promise<FullText> {
  const { site, common } = task;
  const threads = new RecordThreads({ site, common }, task.ids.length);
  const fullText: FullText = { counts: new Map(), pages: [], slices: [] };
  const begin = (slice: number) =>
    threads.records(task.ids.filter((id) => sliceOf(id, task.slices) === slice));
  try {
    let records = begin(0);
    for (let slice = 0; slice < task.slices; slice++) {
      const { pages, facts } = await writeSlice(task, slice, records, async () => {
        addCounts(fullText.counts, await threads.words(), slice, task.slices);
        if (slice + 1 < task.slices) records = begin(slice + 1);
      });
      fullText.pages.push(...pages);
      fullText.slices.push(facts);
    }
    return fullText;
  } finally {
    await threads.close();
  }
}

/** Indexes one slice in a Pagefind of its own, so that its memory is free again before the next. */
async function writeSlice(
  { folder, ids, slices, firstSlice, fillers, onPage }: FullTextTask,
  slice: number,
  records: Promise<PageRecord[]>[],
  onRead: () => Promise<void>,
): Promise<{ pages: PageFacts[]; facts: SliceFacts }> {
  const index = await OpenIndex.open(maxFragments(ids.length, slices));
  const pages: Page[] = [];
  try {
    // Taken off the list, so that what Pagefind has is not kept here, too.
    for (let batch = records.shift(); batch !== undefined; batch = records.shift()) {
      for (const { html, ...page } of await batch) {
        await index.add(page.article, html);
        pages.push(page);
        onPage();
      }
    }
    for (let filler = 0; filler < fillers; filler++) await index.add(`filler${filler}`, FILLER);
    await onRead();
    const sliceIn = join(folder, sliceFolder(slice));
    await index.write(sliceIn, firstSlice + slice === 0);
    const indexed = pages.length === 0 ? [] : await pagesOf(sliceIn);
    await checkOrder(sliceIn, indexed, pages, pages.length === 0 ? 0 : fillers);
    for (const { id } of indexed.slice(pages.length))
      await rm(join(sliceIn, "fragment", `${id}.pf_fragment`), { force: true });
    return { pages: numbered(indexed, firstSlice + slice, pages), facts: factsOf(indexed) };
  } finally {
    await index.close();
  }
}

/** A page with one word that nobody asks for. */
const FILLER = `<html lang="en"><body><p>ownidnone</p></body></html>`;

/** Pagefind numbers pages as they were added; the last one is looked at to be sure. */
async function checkOrder(
  folder: string,
  indexed: readonly IndexedPage[],
  pages: readonly Page[],
  fillers: number,
): Promise<void> {
  const last = indexed[pages.length - 1];
  if (indexed.length !== pages.length + fillers) {
    throw new Error(`Pagefind indexed ${indexed.length} of ${pages.length + fillers} pages`);
  }
  if (last && (await addressOf(folder, last)) !== pages.at(-1)?.article) {
    throw new Error("Pagefind numbered the pages in another order than that in which it had them");
  }
}

type Page = Omit<PageFacts, "id">;

function numbered(
  indexed: readonly IndexedPage[],
  slice: number,
  pages: readonly Page[],
): PageFacts[] {
  return pages.map((page, at) => ({ ...page, id: `${slice}:${indexed[at]?.id}` }));
}

function factsOf(indexed: readonly IndexedPage[]): SliceFacts {
  const words = indexed.reduce((sum, page) => sum + page.words, 0);
  return { pages: indexed.length, length: words / Math.max(1, indexed.length) };
}

function addCounts(
  counts: FullText["counts"],
  found: ReadonlyMap<string, number>,
  slice: number,
  slices: number,
): void {
  for (const [word, count] of found) {
    const bySlice = counts.get(word) ?? new Array<number>(slices).fill(0);
    bySlice[slice] = count;
    counts.set(word, bySlice);
  }
}
