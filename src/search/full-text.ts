import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Common } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import { moveFragments, readFragment } from "./fragments.ts";
import { mergeSlices, type WrittenSlice } from "./merge-slices.ts";
import { readMeta, type IndexedPage } from "./pagefind-files.ts";
import { OpenIndex } from "./pagefind-index.ts";
import type { PageRecord } from "./record-task.ts";
import { RecordThreads } from "./record-threads.ts";
import { articlesPerFile, slicesOf, textPlaces } from "./slices.ts";

/** What is to be indexed, and where to. */
export interface FullTextTask {
  /** The folder of built pages. */
  site: string;
  /** Articles, sorted. */
  ids: readonly string[];
  /** Folder of the index. */
  folder: string;
  /** The most pages of a slice, if not as many as usual. */
  pagesPerSlice?: number;
  /** Empty pages to add, for the sake of the index's statistics. */
  fillers: number;
  /** Whether the index has Pagefind's program beside it, and does not share it with another. */
  alone: boolean;
  common: Common;
  onPage: () => void;
}

/** What was learnt of the pages while they were indexed. */
export interface FullText {
  /** In how many pages each word stands. */
  counts: Map<string, number>;
  facts: PageFacts[];
  /** As Pagefind counts them, empty ones included. */
  pages: IndexedPage[];
}

/** Indexes pages slice by slice. While Pagefind writes one, threads make the records of the next. */
export async function writeFullText(task: FullTextTask): Promise<FullText> {
  const { ids, site, common, folder } = task;
  const threads = new RecordThreads({ site, common }, ids.length);
  const slices = slicesOf(ids, task.pagesPerSlice);
  const written: WrittenSlice[] = [];
  const facts: PageFacts[] = [];
  try {
    let records = threads.records(slices[0] ?? []);
    for (const number of slices.keys()) {
      const slice = await writeSlice(task, number, records, () => {
        const next = slices[number + 1];
        if (next) records = threads.records(next);
      });
      written.push(slice);
      facts.push(...slice.facts);
    }
    const counts = await threads.words();
    await threads.close();
    const pages = await mergeSlices(written, folder, task.alone);
    return { counts, facts, pages };
  } finally {
    await threads.close();
    for (const slice of written) await rm(slice.folder, { recursive: true, force: true });
  }
}

/** Indexes one slice in a Pagefind of its own, so that its memory is free again before the next. */
async function writeSlice(
  { folder, ids, fillers, onPage }: FullTextTask,
  number: number,
  records: Promise<PageRecord[]>[],
  onRead: () => void,
): Promise<WrittenSlice & { facts: PageFacts[] }> {
  const index = await OpenIndex.open();
  const facts: PageFacts[] = [];
  try {
    // Taken off the list, so that what Pagefind has is not kept here, too.
    for (let batch = records.shift(); batch !== undefined; batch = records.shift()) {
      for (const { html, ...page } of await batch) {
        await index.add(page.article, html);
        facts.push(page);
        onPage();
      }
    }
    const empty = Array.from(
      { length: fillers || Number(facts.length === 0) },
      (_, at) => `-${at}`,
    );
    for (const name of empty) await index.add(name, FILLER);
    onRead();
    const slice = join(folder, `slice-${number}`);
    await index.write(slice);
    const articles = facts.map(({ article }) => article);
    const pages = await pagesOf(slice, [...articles, ...empty]);
    const texts = textPlaces(articles, articlesPerFile(ids.length));
    await moveFragments(slice, pages, texts, folder);
    const fillerTexts = empty.map((name) => ({ name, group: "" }));
    return { folder: slice, texts: [...texts, ...fillerTexts], facts };
  } finally {
    await index.close();
  }
}

/** A page with one word that nobody asks for. */
const FILLER = `<html lang="en"><body><p>ownidnone</p></body></html>`;

/** Pages of a slice. Pagefind numbers them as they were added; the last one is looked at to be sure. */
async function pagesOf(slice: string, added: readonly string[]): Promise<IndexedPage[]> {
  const { pages } = await readMeta(slice);
  if (pages.length !== added.length) {
    throw new Error(`Pagefind indexed ${pages.length} of ${added.length} pages`);
  }
  const last = pages.at(-1);
  if (last && (await readFragment(slice, last)).url !== added.at(-1)) {
    throw new Error("Pagefind numbered the pages in another order than that in which it had them");
  }
  return pages;
}
