import { glob, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { parse } from "yaml";
import { z } from "zod";
import { readPage, type SearchPage } from "./page.ts";
import { FACTS_PATH, factsFile, type PageFacts } from "./facts-file.ts";
import { addressOf, pageIds } from "./pagefind-pages.ts";
import { filterValues, nameWords, recordHtml } from "./record.ts";
import { vocabularyFiles, type VocabularyFile } from "./vocabulary-files.ts";
import { rememberingChunks, wordsOf, type chunksOf } from "./words.ts";

export interface SearchIndexOptions {
  /** The folder of built pages; the index is written to its `pagefind/`. */
  outDir: string;
  /** The site's base path, with a slash at both ends. */
  base: string;
  onProgress?: (done: number, total: number) => void;
}

export interface SearchIndexSummary {
  pages: number;
  files: number;
  bytes: number;
}

/** Pages handed to Pagefind at a time: enough to keep it busy, few enough to keep memory flat. */
const AT_ONCE = 32;

/** What is published of Pagefind: its search core and the index. The rest is interfaces that this site does not use. */
const PUBLISHED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\..+\.pf_meta|fragment|index|filter)$/;

/** Indexes the article pages of a built site and writes the index beside them. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexSummary> {
  const { outDir, onProgress } = options;
  const folder = join(outDir, "pagefind");
  const pages = await readPages(outDir, await articlePaths(outDir));
  const chunks = rememberingChunks();
  const counts = wordCounts(pages, chunks);
  const limit = Math.max(COMMON_FLOOR, pages.length * COMMON_SHARE);
  const index = await newIndex();
  try {
    await addPages(
      index,
      pages,
      (page) => recordHtml(page, (word) => (counts.get(word) ?? 0) > limit, chunks),
      onProgress,
    );
    await writeIndex(index, folder);
  } finally {
    await close();
  }
  const files = vocabularyFiles(counts, {
    pages: pages.length,
    titlesOnlyAbove: limit,
    synonyms: await readSynonyms(),
  });
  const facts = { path: FACTS_PATH, bytes: factsFile(await factsOf(folder, pages)) };
  await writeOwnFiles(folder, [...files, facts]);
  return { pages: pages.length, ...(await sizeOf(folder)) };
}

interface FoundPage {
  /** Address under the base: `kb/298/Q298836/`. */
  url: string;
  page: SearchPage;
}

async function articlePaths(outDir: string): Promise<string[]> {
  const paths = [];
  for await (const path of glob("kb/*/*/index.html", { cwd: outDir })) {
    paths.push(path.replaceAll("\\", "/"));
  }
  return paths.sort((a, b) => (dirname(a) < dirname(b) ? -1 : 1));
}

async function readPages(outDir: string, paths: string[]): Promise<FoundPage[]> {
  const found: FoundPage[] = [];
  for (const path of paths) {
    const page = readPage(await readFile(join(outDir, path), "utf8"));
    if (page) found.push({ url: `${dirname(path)}/`, page });
  }
  return found;
}

/** In how many pages each word stands. */
function wordCounts(pages: FoundPage[], chunks: typeof chunksOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { page } of pages) {
    const text = [page.title, ...page.blocks.map((block) => block.text)];
    const words = new Set(nameWords(page));
    for (const part of text)
      for (const chunk of chunks(part)) for (const word of chunk.words) words.add(word);

    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words in more pages than this share (and never fewer than a floor) are indexed in titles alone. */
const COMMON_SHARE = 0.1;
const COMMON_FLOOR = 1000;

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  return index;
}

async function addPages(
  index: PagefindIndex,
  pages: FoundPage[],
  html: (page: SearchPage) => string,
  onProgress: SearchIndexOptions["onProgress"],
): Promise<void> {
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    const batch = pages.slice(start, start + AT_ONCE);
    const added = await Promise.all(
      batch.map(({ url, page }) => index.addHTMLFile({ url, content: html(page) })),
    );
    const errors = added.flatMap((response) => response.errors);
    if (errors.length > 0) throw new Error(`Pagefind could not index a page: ${errors.join("; ")}`);
    onProgress?.(Math.min(start + AT_ONCE, pages.length), pages.length);
  }
}

const SYNONYMS = new URL("synonyms.yaml", import.meta.url);

/** The synonym file: lists of words and phrases, as lists of index words. */
async function readSynonyms(): Promise<string[][][]> {
  const groups = synonymsSchema.parse(parse(await readFile(SYNONYMS, "utf8")));
  return groups.map((group) => group.map((phrase) => wordsOf(phrase)));
}

const synonymsSchema = z.array(z.array(z.union([z.string(), z.number()]).transform(String)));

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0)
    throw new Error(`Pagefind could not write its index: ${errors.join("; ")}`);
  for (const name of await readdir(folder)) {
    if (!PUBLISHED.test(name)) await rm(join(folder, name), { recursive: true });
  }
}

/** Pagefind numbers pages by their addresses, as `pages` is sorted; the last one is looked at to be sure. */
async function factsOf(folder: string, pages: FoundPage[]): Promise<PageFacts[]> {
  const ids = await pageIds(folder);
  const last = ids.at(-1);
  if (ids.length !== pages.length)
    throw new Error(`Pagefind indexed ${ids.length} of ${pages.length} pages`);
  if (last !== undefined && (await addressOf(folder, last)) !== pages.at(-1)?.url) {
    throw new Error("Pagefind numbered the pages in another order than that of their addresses");
  }
  return pages.map(({ page }, index) => ({
    id: ids[index] ?? "",
    modified: page.modified,
    values: filterValues(page),
  }));
}

async function writeOwnFiles(folder: string, files: VocabularyFile[]): Promise<void> {
  await mkdir(join(folder, "words"), { recursive: true });
  for (const { path, bytes } of files) await writeFile(join(folder, path), bytes);
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
