import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { statisticsOf } from "./changes.ts";
import { FACTS_PATH, factsFile, type FactsFile } from "./facts-file.ts";
import type { Common } from "./common.ts";
import { joinSlices, type Indexed } from "./full-text.ts";
import { writeIndexFiles } from "./index-files.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import type { PagefindProgram } from "./pagefind-program.ts";
import { SAMPLE_PATH, type SampleFile } from "./sample-file.ts";
import { writeTextFiles } from "./text-file.ts";
import { vocabularyFiles, type VocabularyHead, type WordCounts } from "./vocabulary-files.ts";

/** Pages with their full text, vocabulary and facts: the index, or the small one of what changed since. */

export interface IndexSetTask {
  /** Folder of the index; the pages' texts stand there already. */
  folder: string;
  /** In the order of their articles. */
  indexed: Indexed;
  /** Empty pages to add. */
  fillers: number;
  common: Common;
  /** What is to stand beside the index. */
  program: Promise<PagefindProgram>;
  synonyms: VocabularyHead["synonyms"];
  /** Words to be known without fetching, whatever number of pages has them. */
  inHead: ReadonlySet<string>;
  /** In how many pages words stood that these replace. */
  replaced: ReadonlyMap<string, number>;
}

/** Gives the pages that are articles. */
export async function writeIndexSet(task: IndexSetTask): Promise<IndexedPage[]> {
  const { folder, indexed, common, synonyms, inHead, replaced, program } = task;
  const { words, facts, pages } = joinSlices(indexed.slices, task.fillers);
  const about = {
    fullText: statisticsOf(pages),
    titlesOnly: [...common.words],
    phrases: common.phrases,
    synonyms,
  };
  const vocabulary = vocabularyFiles(bothCounts(indexed.counts, replaced), about, inHead);
  await Promise.all([
    writeTextFiles(folder, [...vocabulary, factsFile(facts)]),
    writeIndexFiles(folder, words, pages, program),
  ]);
  const articles = new Set(facts.map(({ article }) => article));
  return pages.filter(({ id }) => articles.has(id));
}

function bothCounts(
  counts: Indexed["counts"],
  replaced: ReadonlyMap<string, number>,
): Map<string, WordCounts> {
  const words = new Set([...counts.keys(), ...replaced.keys()]);
  return new Map([...words].map((word) => [word, countsOf(counts.get(word), replaced.get(word))]));
}

function countsOf(pages = 0, replaced = 0): WordCounts {
  return replaced === 0 ? [pages] : [pages, replaced];
}

/** The articles of a set. */
export async function readArticles(folder: string): Promise<string[]> {
  const facts = JSON.parse(await readGzip(join(folder, FACTS_PATH))) as FactsFile;
  return facts.ids.split(" ").filter(Boolean);
}

/** What is kept of the sample by which a set's common words were found. */
export async function readSample(folder: string): Promise<SampleFile> {
  return JSON.parse(await readGzip(join(folder, SAMPLE_PATH))) as SampleFile;
}

/** What a set's words are told apart by, for another set that is to stand beside it. */
export async function readHead(folder: string): Promise<VocabularyHead> {
  return JSON.parse(await readGzip(join(folder, "words/head.gz"))) as VocabularyHead;
}

async function readGzip(path: string): Promise<string> {
  return gunzipSync(await readFile(path)).toString();
}
