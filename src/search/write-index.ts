import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CHANGES_PATH, statisticsOf } from "./changes.ts";
import type { Common } from "./common.ts";
import type { Indexed } from "./full-text.ts";
import { writeIndexSet } from "./index-set.ts";
import type { PagefindProgram } from "./pagefind-program.ts";
import { SAMPLE_PATH, type SampleFile } from "./sample-file.ts";
import { writeTextFiles } from "./text-file.ts";
import { wordsOf } from "./words.ts";

/** An archive's pages, indexed, and what is common in them. Plain data. */
export interface IndexedArchive {
  common: Common;
  sample: SampleFile;
  indexed: Indexed;
}

export interface SearchIndexSummary {
  pages: number;
  files: number;
  bytes: number;
}

/** Writes an archive's index beside the pages' texts, which stand in its folder already. */
export async function writeIndex(
  folder: string,
  { common, sample, indexed }: IndexedArchive,
  program: Promise<PagefindProgram>,
): Promise<SearchIndexSummary> {
  const pages = await writeIndexSet({
    folder,
    indexed,
    fillers: 0,
    common,
    program,
    synonyms: await readSynonyms(),
    inHead: new Set(),
    replaced: new Map(),
  });
  const changes = { masked: [], recent: false, all: statisticsOf(pages) };
  await writeTextFiles(folder, [{ path: SAMPLE_PATH, text: JSON.stringify(sample) }]);
  await writeTextFiles(folder, [{ path: CHANGES_PATH, text: JSON.stringify(changes) }]);
  return { pages: pages.length, ...(await sizeOf(folder)) };
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
