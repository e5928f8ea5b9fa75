import { join } from "node:path";
import type { Common } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import { OpenIndex } from "./pagefind-index.ts";
import { addressOf, pagesOf } from "./pagefind-pages.ts";
import { sliceFolder } from "./pagefind.ts";
import type { PageRecord } from "./record-task.ts";
import { RecordThreads } from "./record-threads.ts";
import { sliceOf } from "./slices.ts";

/** What is to be indexed, and where to. */
export interface FullTextTask {
  /** The folder of built pages. */
  site: string;
  /** Articles, sorted. */
  ids: readonly string[];
  /** Folder of the index. */
  folder: string;
  slices: number;
  common: Common;
  onPage: () => void;
}

/** What was learnt of the pages while they were indexed. */
export interface FullText {
  /** In how many pages each word stands, slice by slice. */
  counts: Map<string, number[]>;
  pages: PageFacts[];
}

/** Indexes pages slice by slice. While Pagefind writes one, threads make the records of the next. */
export async function writeFullText(task: FullTextTask): Promise<FullText> {
  const { site, common } = task;
  const threads = new RecordThreads({ site, common }, task.ids.length);
  const fullText: FullText = { counts: new Map(), pages: [] };
  const begin = (slice: number) =>
    threads.records(task.ids.filter((id) => sliceOf(id, task.slices) === slice));
  try {
    let records = begin(0);
    for (let slice = 0; slice < task.slices; slice++) {
      const pages = await writeSlice(task, slice, records, async () => {
        addCounts(fullText.counts, await threads.words(), slice, task.slices);
        if (slice + 1 < task.slices) records = begin(slice + 1);
      });
      fullText.pages.push(...pages);
    }
    return fullText;
  } finally {
    await threads.close();
  }
}

/** Indexes one slice in a Pagefind of its own, so that its memory is free again before the next. */
async function writeSlice(
  { folder, onPage }: FullTextTask,
  slice: number,
  records: Promise<PageRecord[]>[],
  onRead: () => Promise<void>,
): Promise<PageFacts[]> {
  const index = await OpenIndex.open();
  const pages: Omit<PageFacts, "id">[] = [];
  try {
    // Taken off the list, so that what Pagefind has is not kept here, too.
    for (let batch = records.shift(); batch !== undefined; batch = records.shift()) {
      for (const { html, ...page } of await batch) {
        await index.add(page.article, html);
        pages.push(page);
        onPage();
      }
    }
    await onRead();
    const sliceIn = join(folder, sliceFolder(slice));
    await index.write(sliceIn, slice === 0);
    return await numbered(sliceIn, slice, pages);
  } finally {
    await index.close();
  }
}

/** Gives the pages Pagefind's ids. It numbers pages as they were added; the last one is looked at to be sure. */
async function numbered(
  folder: string,
  slice: number,
  pages: readonly Omit<PageFacts, "id">[],
): Promise<PageFacts[]> {
  if (pages.length === 0) return [];
  const indexed = await pagesOf(folder);
  const last = indexed.at(-1);
  if (indexed.length !== pages.length) {
    throw new Error(`Pagefind indexed ${indexed.length} of ${pages.length} pages`);
  }
  if (last && (await addressOf(folder, last)) !== pages.at(-1)?.article) {
    throw new Error("Pagefind numbered the pages in another order than that of their addresses");
  }
  return pages.map((page, at) => ({ ...page, id: `${slice}:${indexed[at]?.id}` }));
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
