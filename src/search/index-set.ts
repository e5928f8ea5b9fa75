import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { FACTS_PATH, factsFile, type PageFacts } from "./facts-file.ts";
import { shortId } from "./facts.ts";
import { writeFullText, type FullTextTask } from "./full-text.ts";
import { vocabularyFiles, type VocabularyHead } from "./vocabulary-files.ts";

/** Pages with their full text, vocabulary and facts: the index, or the small one of what changed since. */

export interface IndexSetTask extends FullTextTask {
  synonyms: VocabularyHead["synonyms"];
}

/** Gives how many pages were indexed. */
export async function writeIndexSet(task: IndexSetTask): Promise<number> {
  const { folder, common, synonyms } = task;
  const { counts, pages, slices } = await writeFullText(task);
  const about = { fullText: slices, titlesOnly: [...common.words], phrases: common.phrases };
  const files = [
    ...vocabularyFiles(counts, { ...about, synonyms }),
    { path: FACTS_PATH, bytes: factsFile(pages) },
    { path: PAGES_PATH, bytes: pagesFile(pages) },
  ];
  await mkdir(join(folder, "words"), { recursive: true });
  for (const { path, bytes } of files) await writeFile(join(folder, path), bytes);
  return pages.length;
}

/** Says which article is which of Pagefind's pages: for the next build, not for readers. */
const PAGES_PATH = "words/pages.gz";

function pagesFile(pages: readonly PageFacts[]): Uint8Array {
  const lines = pages.map(({ article, id }) => `${article} ${shortId(id)}`);
  return gzipSync(lines.sort().join("\n"), { level: 9 });
}

/** Ids of the pages of a set, by article, as `shortId` writes them. */
export async function readPages(folder: string): Promise<Map<string, string>> {
  const text = gunzipSync(await readFile(join(folder, PAGES_PATH))).toString();
  const lines = text.split("\n").filter(Boolean);
  return new Map(lines.map((line) => line.split(" ") as [string, string]));
}

/** What a set's words are told apart by, for another set that is to stand beside it. */
export async function readHead(folder: string): Promise<VocabularyHead> {
  const text = gunzipSync(await readFile(join(folder, "words/head.gz"))).toString();
  return JSON.parse(text) as VocabularyHead;
}
