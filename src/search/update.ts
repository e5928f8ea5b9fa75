import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pathOf } from "../article/id.ts";
import { buildSearchIndex, type SearchIndexOptions } from "./build.ts";
import { CHANGES_PATH, RECENT, statisticsOf, type IndexChanges } from "./changes.ts";
import { commonChanges } from "./common-change.ts";
import { readFragment } from "./fragments.ts";
import { indexSlices } from "./full-text.ts";
import { readArticles, readHead, readSample, writeIndexSet } from "./index-set.ts";
import { IndexThreads } from "./index-threads.ts";
import { readMeta, type IndexedPage } from "./pagefind-files.ts";
import { sharedProgram } from "./pagefind-program.ts";
import { storedWords } from "./record.ts";
import type { SampleFile } from "./sample-file.ts";
import { mostRecent, slicesOf } from "./slices.ts";
import { writeTextFiles } from "./text-file.ts";
import type { SearchIndexSummary } from "./write-index.ts";

export interface SearchUpdateOptions extends SearchIndexOptions {
  /** Articles whose pages were written or removed since the index was made, or some of them again. */
  changed: readonly string[];
  /** How many changed pages there can be beside the index. */
  mostRecent?: number;
}

/**
 * Makes an index tell what the site's pages say now. What changed is indexed by itself in `recent/` and masked in the index, until it
 * outgrows a bound; then, where other words have become common, and where there is no index to start from, everything is indexed again. What it did is in the index's
 * folder alone, and doing it again changes nothing, so an update that was cut short is made good by the next.
 */
export async function updateSearchIndex(
  options: SearchUpdateOptions,
): Promise<SearchIndexSummary | { recent: number }> {
  const folder = join(options.outDir, "pagefind");
  const before = await readState(folder);
  if (before === undefined) return buildSearchIndex(options);
  const changed = new Set([...before.masked, ...before.recent, ...options.changed]);
  if (changed.size > (options.mostRecent ?? mostRecent(before.articles.size)))
    return buildSearchIndex(options);
  const ids = [...changed].sort().filter((id) => hasPage(options.outDir, id));
  const pages = (await readMeta(folder)).pages.filter(({ id }) => before.articles.has(id));
  const after = [...pages.map(({ id }) => id).filter((id) => !changed.has(id)), ...ids].sort();
  const { sample } = before;
  if (await commonChanges({ sample, site: options.outDir, before: pages, after, changed }))
    return buildSearchIndex(options);
  const replaced = pages.filter(({ id }) => changed.has(id));
  const recent = await writeRecent(options.outDir, folder, ids, replaced);
  const kept = pages.filter(({ id }) => !changed.has(id));
  const changes = {
    masked: replaced.map(({ id }) => id),
    recent: recent !== undefined,
    all: statisticsOf([...kept, ...(recent ?? [])]),
  };
  await writeTextFiles(folder, [{ path: `${CHANGES_PATH}.new`, text: JSON.stringify(changes) }]);
  await rename(join(folder, `${CHANGES_PATH}.new`), join(folder, CHANGES_PATH));
  return { recent: ids.length };
}

interface State extends Pick<IndexChanges, "masked"> {
  /** Articles of the small index. */
  recent: string[];
  /** Articles of the index. */
  articles: Set<string>;
  sample: SampleFile;
}

/** What lies in the index's folder; undefined where that is no whole index. */
async function readState(folder: string): Promise<State | undefined> {
  try {
    const text = gunzipSync(await readFile(join(folder, CHANGES_PATH))).toString();
    const { masked, recent } = JSON.parse(text) as IndexChanges;
    return {
      masked,
      recent: recent ? await readArticles(join(folder, RECENT)) : [],
      articles: new Set(await readArticles(folder)),
      sample: await readSample(folder),
    };
  } catch {
    return undefined;
  }
}

function hasPage(outDir: string, id: string): boolean {
  return existsSync(join(outDir, pathOf(id), "index.html"));
}

/** Empty pages beside the changed ones, so that their mean length is not far above that of all pages: Pagefind bounds its weights. */
const FILLERS = 500;

/** Writes the small index aside, then puts it in its place. Gives its pages; undefined where there is nothing to index. */
async function writeRecent(
  site: string,
  folder: string,
  ids: readonly string[],
  replaced: readonly IndexedPage[],
): Promise<IndexedPage[] | undefined> {
  const [aside, place] = [join(folder, "recent.new"), join(folder, RECENT)];
  await rm(aside, { recursive: true, force: true });
  const needed = ids.length + replaced.length > 0;
  const pages = needed ? await indexBeside(folder, { site, ids, aside, replaced }) : undefined;
  await rm(place, { recursive: true, force: true });
  if (needed) await rename(aside, place);
  return pages;
}

/** Indexes pages aside, with the common words and the program of the index. */
async function indexBeside(
  folder: string,
  { site, ids, aside, replaced }: RecentTask,
): Promise<IndexedPage[]> {
  const { titlesOnly, phrases, common: inHead } = await readHead(folder);
  const threads = new IndexThreads({ site, folder: aside }, ids.length);
  try {
    const common = { words: new Set(titlesOnly), phrases };
    const slices = { ...slicesOf(ids), threads, folder: aside, common, onPages: () => undefined };
    return await writeIndexSet({
      folder: aside,
      indexed: await indexSlices(slices),
      fillers: FILLERS,
      common,
      program: sharedProgram(folder),
      synonyms: [],
      inHead: new Set(Object.keys(inHead)),
      replaced: await wordCounts(folder, replaced, phrases),
    });
  } finally {
    await threads.close();
  }
}

interface RecentTask {
  site: string;
  ids: readonly string[];
  /** Folder to write to. */
  aside: string;
  /** Pages of the index that are no longer right. */
  replaced: readonly IndexedPage[];
}

/** In how many of the pages each word stands. */
async function wordCounts(
  folder: string,
  pages: readonly IndexedPage[],
  phrases: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const word of storedWords(await readFragment(folder, page), phrases))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
