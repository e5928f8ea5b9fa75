import { glob, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { pathOf } from "../article/id.ts";
import { findCommon } from "./common.ts";
import { CHANGES_PATH, statisticsOf } from "./changes.ts";
import { changesFile } from "./changes-file.ts";
import { writeIndexSet } from "./index-set.ts";
import { readPage, type SearchPage } from "./page.ts";
import { rememberingChunks, wordsOf } from "./words.ts";

export interface SearchIndexOptions {
  /** The folder of built pages; the index is written to its `pagefind/`. */
  outDir: string;
  onProgress?: (done: number, total: number) => void;
  /** The most pages that Pagefind is given at a time; fewer need less memory. */
  pagesPerSlice?: number;
}

export interface SearchIndexSummary {
  pages: number;
  files: number;
  bytes: number;
}

/** Indexes the article pages of a built site and writes the index beside them. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexSummary> {
  const { outDir: site, onProgress } = options;
  const folder = join(site, "pagefind");
  const ids = await articlesIn(site);
  const common = findCommon(await sampleOf(site, ids), rememberingChunks());
  let done = 0;
  const onPage = () => onProgress?.(++done, ids.length);
  await rm(folder, { recursive: true, force: true });
  const synonyms = await readSynonyms();
  const { pagesPerSlice } = options;
  const pages = await writeIndexSet({
    site,
    ids,
    folder,
    ...(pagesPerSlice !== undefined && { pagesPerSlice }),
    fillers: 0,
    alone: true,
    common,
    synonyms,
    replaced: new Map(),
    onPage,
  });
  const changes = { masked: [], recent: false, all: statisticsOf(pages) };
  await writeFile(join(folder, CHANGES_PATH), changesFile(changes));
  return { pages: pages.length, ...(await sizeOf(folder)) };
}

/** Ids of the articles that have a page, sorted. */
async function articlesIn(site: string): Promise<string[]> {
  const ids = [];
  for await (const path of glob("kb/*/*/index.html", { cwd: site })) {
    ids.push(basename(dirname(path)));
  }
  return ids.sort();
}

/** Pages, about, that stand for the archive when its common words are sought. */
const SAMPLE = 2000;

/** Chosen by their numbers, so that an edit changes next to nothing in what is taken for common. */
async function sampleOf(site: string, ids: readonly string[]): Promise<SearchPage[]> {
  const every = 2 ** Math.max(0, Math.round(Math.log2(ids.length / SAMPLE)));
  const sample: SearchPage[] = [];
  for (const id of ids) {
    if (Number(id.replace(/\D+/g, "")) % every !== 0) continue;
    const page = readPage(await readFile(join(site, pathOf(id), "index.html"), "utf8"));
    if (page) sample.push(page);
  }
  return sample;
}

const SYNONYMS = new URL("synonyms.yaml", import.meta.url);
const synonymsSchema = z.array(z.array(z.union([z.string(), z.number()]).transform(String)));

/** The synonym file: groups of words and phrases, each as a list of index words. */
async function readSynonyms(): Promise<string[][][]> {
  const groups = synonymsSchema.parse(parse(await readFile(SYNONYMS, "utf8")));
  return groups.map((group) => group.map((phrase) => wordsOf(phrase)));
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
