import { glob, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { parse } from "yaml";
import { z } from "zod";
import { findCommon } from "./common.ts";
import { FACTS_PATH, factsFile, type PageFacts } from "./facts-file.ts";
import { addressOf, pageIds } from "./pagefind-pages.ts";
import { readPage, type SearchPage } from "./page.ts";
import { filterValues, nameWords, recordHtml, type RecordStyle } from "./record.ts";
import { vocabularyFiles, type VocabularyFile } from "./vocabulary-files.ts";
import { rememberingChunks, wordsOf } from "./words.ts";

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

/** Indexes the article pages of a built site and writes the index beside them. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexSummary> {
  const folder = join(options.outDir, "pagefind");
  const paths = await articlePaths(options.outDir);
  const common = findCommon(await sampleOf(options.outDir, paths), rememberingChunks());
  const index = await newIndex();
  const gathered = new Gathered();
  try {
    const style = {
      common: common.words,
      phrases: new Map(common.phrases.map((phrase, number) => [phrase, number])),
      chunks: rememberingChunks(),
    };
    await addPages(index, paths, style, gathered, options);
    await writeIndex(index, folder);
  } finally {
    await close();
  }
  const words = vocabularyFiles(gathered.counts, {
    pages: gathered.pages.length,
    titlesOnly: [...common.words],
    phrases: common.phrases,
    synonyms: await readSynonyms(),
  });
  const facts = { path: FACTS_PATH, bytes: factsFile(await factsOf(folder, gathered.pages)) };
  await writeOwnFiles(folder, [...words, facts]);
  return { pages: gathered.pages.length, ...(await sizeOf(folder)) };
}

/** Paths of what may be article pages, under the site's folder, in the order of their addresses. */
async function articlePaths(outDir: string): Promise<string[]> {
  const paths = [];
  for await (const path of glob("kb/*/*/index.html", { cwd: outDir })) {
    paths.push(path.replaceAll("\\", "/"));
  }
  return paths.sort((a, b) => (dirname(a) < dirname(b) ? -1 : 1));
}

async function readAt(outDir: string, path: string): Promise<SearchPage | undefined> {
  return readPage(await readFile(join(outDir, path), "utf8"));
}

/** Pages that stand for the archive when its common words are sought. */
const SAMPLE = 2000;

async function sampleOf(outDir: string, paths: string[]): Promise<SearchPage[]> {
  const every = Math.max(1, Math.floor(paths.length / SAMPLE));
  const sample: SearchPage[] = [];
  for (let at = 0; at < paths.length; at += every) {
    const page = await readAt(outDir, paths[at] ?? "");
    if (page) sample.push(page);
  }
  return sample;
}

/** What is learnt of the pages while they go to Pagefind. */
class Gathered {
  /** In how many pages each word stands. */
  readonly counts = new Map<string, number>();
  readonly pages: { url: string; facts: Omit<PageFacts, "id"> }[] = [];

  add(url: string, page: SearchPage, chunks: RecordStyle["chunks"]): void {
    this.pages.push({ url, facts: { modified: page.modified, values: filterValues(page) } });
    const words = new Set(nameWords(page));
    for (const text of [page.title, ...page.blocks.map((block) => block.text)]) {
      for (const chunk of chunks(text)) for (const word of chunk.words) words.add(word);
    }
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  return index;
}

/** Pages on their way to Pagefind at a time: enough to keep it busy, few enough to keep memory flat. */
const AT_ONCE = 64;

async function addPages(
  index: PagefindIndex,
  paths: readonly string[],
  style: RecordStyle,
  gathered: Gathered,
  { outDir, onProgress }: SearchIndexOptions,
): Promise<void> {
  const underway = new Set<Promise<void>>();
  for (const [at, path] of paths.entries()) {
    const page = await readAt(outDir, path);
    if (page === undefined) continue;
    const url = `${dirname(path)}/`;
    gathered.add(url, page, style.chunks);
    const adding = addPage(index, url, recordHtml(page, style)).finally(() =>
      underway.delete(adding),
    );
    underway.add(adding);
    if (underway.size >= AT_ONCE) await Promise.race(underway);
    onProgress?.(at + 1, paths.length);
  }
  await Promise.all(underway);
}

async function addPage(index: PagefindIndex, url: string, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content });
  if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join("; ")}`);
}

/** What is published of Pagefind: its search core and the index. The rest is interfaces that this site does not use. */
const PUBLISHED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\..+\.pf_meta|fragment|index|filter)$/;

async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) {
    throw new Error(`Pagefind could not write its index: ${errors.join("; ")}`);
  }
  for (const name of await readdir(folder)) {
    if (!PUBLISHED.test(name)) await rm(join(folder, name), { recursive: true });
  }
}

const SYNONYMS = new URL("synonyms.yaml", import.meta.url);
const synonymsSchema = z.array(z.array(z.union([z.string(), z.number()]).transform(String)));

/** The synonym file: groups of words and phrases, each as a list of index words. */
async function readSynonyms(): Promise<string[][][]> {
  const groups = synonymsSchema.parse(parse(await readFile(SYNONYMS, "utf8")));
  return groups.map((group) => group.map((phrase) => wordsOf(phrase)));
}

/** Pagefind numbers pages by their addresses, as `pages` is sorted; the last one is looked at to be sure. */
async function factsOf(folder: string, pages: Gathered["pages"]): Promise<PageFacts[]> {
  const ids = await pageIds(folder);
  const last = ids.at(-1);
  if (ids.length !== pages.length) {
    throw new Error(`Pagefind indexed ${ids.length} of ${pages.length} pages`);
  }
  if (last !== undefined && (await addressOf(folder, last)) !== pages.at(-1)?.url) {
    throw new Error("Pagefind numbered the pages in another order than that of their addresses");
  }
  return pages.map(({ facts }, index) => ({ id: ids[index] ?? "", ...facts }));
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
