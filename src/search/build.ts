import { existsSync } from "node:fs";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CHANGES_PATH, statisticsOf } from "./changes.ts";
import { commonOf, sampleOf } from "./common.ts";
import { writeIndexSet } from "./index-set.ts";
import { IndexThreads } from "./index-threads.ts";
import { pagefindProgram } from "./pagefind-program.ts";
import { sampleFile } from "./sample-file.ts";
import { writeTextFiles } from "./text-file.ts";
import { wordsOf } from "./words.ts";

export interface SearchIndexOptions {
  /** The folder of built pages; the index is written to its `pagefind/`. */
  outDir: string;
  onProgress?: (done: number, total: number) => void;
  /** The most pages that a thread indexes at a time. The index is the same for any number. */
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
  let done = 0;
  const onPages = (pages: number) => onProgress?.((done += pages), ids.length);
  await rm(folder, { recursive: true, force: true });
  const program = pagefindProgram();
  const threads = new IndexThreads({ site, folder }, ids.length);
  try {
    const { pagesPerSlice } = options;
    const sample = await threads.sample(sampleOf(ids));
    const pages = await writeIndexSet({
      threads,
      ids,
      folder,
      ...(pagesPerSlice !== undefined && { pagesPerSlice }),
      fillers: 0,
      program,
      common: commonOf(sample),
      synonyms: await readSynonyms(),
      inHead: new Set(),
      replaced: new Map(),
      onPages,
    });
    const changes = { masked: [], recent: false, all: statisticsOf(pages) };
    await writeTextFiles(folder, [sampleFile(sample)]);
    await writeTextFiles(folder, [{ path: CHANGES_PATH, text: JSON.stringify(changes) }]);
    return { pages: pages.length, ...(await sizeOf(folder)) };
  } finally {
    await threads.close();
  }
}

/** Ids of the articles that have a page, sorted. */
async function articlesIn(site: string): Promise<string[]> {
  const kb = join(site, "kb");
  const groups = existsSync(kb) ? await readdir(kb, { withFileTypes: true }) : [];
  const found = await Promise.all(
    groups
      .filter((group) => group.isDirectory())
      .map(async ({ name }) => {
        const ids = await readdir(join(kb, name));
        return ids.filter((id) => existsSync(join(kb, name, id, "index.html")));
      }),
  );
  return found.flat().sort();
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
