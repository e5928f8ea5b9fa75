import { glob, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { parse } from "yaml";
import { z } from "zod";
import { findCommon } from "./common.ts";
import { FACTS_PATH, factsFile, type PageFacts } from "./facts-file.ts";
import { sliceFolder } from "./pagefind.ts";
import { addressOf, pageIds } from "./pagefind-pages.ts";
import { readPage, type SearchPage } from "./page.ts";
import { filterValues, nameWords, recordHtml, type RecordStyle } from "./record.ts";
import { sliceCount, sliceOf } from "./slices.ts";
import { vocabularyFiles, type VocabularyFile } from "./vocabulary-files.ts";
import { rememberingChunks, wordsOf } from "./words.ts";

export interface SearchIndexOptions {
  /** The folder of built pages; the index is written to its `pagefind/`. */
  outDir: string;
  /** The site's base path, with a slash at both ends. */
  base: string;
  onProgress?: (done: number, total: number) => void;
  /** Pages of one slice of the index, about; fewer need less memory and cost readers more bytes. */
  pagesPerSlice?: number;
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
  const style = {
    common: common.words,
    phrases: new Map(common.phrases.map((phrase, number) => [phrase, number])),
    chunks: rememberingChunks(),
  };
  const slices = sliceCount(paths.length, options.pagesPerSlice);
  const gathered = new Gathered(slices);
  await rm(folder, { recursive: true, force: true });
  for (let slice = 0; slice < slices; slice++) {
    await writeSlice({ slice, slices, folder, paths, style, gathered }, options);
  }
  const words = vocabularyFiles(gathered.counts, {
    pages: gathered.facts.length,
    fullTextSlices: slices,
    titlesOnly: [...common.words],
    phrases: common.phrases,
    synonyms: await readSynonyms(),
  });
  const facts = { path: FACTS_PATH, bytes: factsFile(gathered.facts) };
  await writeOwnFiles(folder, [...words, facts]);
  return { pages: gathered.facts.length, ...(await sizeOf(folder)) };
}

/** One slice on its way: where it is written, of which pages, and what is learnt of them. */
interface Slice {
  slice: number;
  slices: number;
  folder: string;
  paths: readonly string[];
  style: RecordStyle;
  gathered: Gathered;
}

/** Indexes one slice in a Pagefind of its own, so that its memory is free again before the next. */
async function writeSlice(slice: Slice, options: SearchIndexOptions): Promise<void> {
  const folder = join(slice.folder, sliceFolder(slice.slice));
  const index = await newIndex();
  try {
    const pages = await addPages(index, slice, options);
    await writeIndex(index, folder, slice.slice === 0);
    const ids = await idsOf(folder, pages);
    for (const [at, { facts }] of pages.entries()) {
      slice.gathered.facts.push({ id: `${slice.slice}:${ids[at]}`, ...facts });
    }
  } finally {
    await close();
  }
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
  /** In how many pages each word stands, by slice. */
  readonly counts = new Map<string, number[]>();
  readonly facts: PageFacts[] = [];
  #slices: number;

  constructor(slices: number) {
    this.#slices = slices;
  }

  count(page: SearchPage, slice: number, chunks: RecordStyle["chunks"]): void {
    const words = new Set(nameWords(page));
    for (const text of [page.title, ...page.blocks.map((block) => block.text)]) {
      for (const chunk of chunks(text)) for (const word of chunk.words) words.add(word);
    }
    for (const word of words) {
      const counts = this.counts.get(word) ?? new Array<number>(this.#slices).fill(0);
      counts[slice] = (counts[slice] ?? 0) + 1;
      this.counts.set(word, counts);
    }
  }
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  return index;
}

/** Pages on their way to Pagefind at a time: enough to keep it busy, few enough to keep memory flat. */
const AT_ONCE = 64;

/** Gives the slice's pages in the order of their addresses. */
async function addPages(
  index: PagefindIndex,
  { slice, slices, paths, style, gathered }: Slice,
  { outDir, onProgress }: SearchIndexOptions,
): Promise<AddedPage[]> {
  const added: AddedPage[] = [];
  const underway = new Set<Promise<void>>();
  for (const path of paths) {
    if (sliceOf(basename(dirname(path)), slices) !== slice) continue;
    const page = await readAt(outDir, path);
    if (page === undefined) continue;
    const url = `${dirname(path)}/`;
    gathered.count(page, slice, style.chunks);
    added.push({ url, facts: { modified: page.modified, values: filterValues(page) } });
    const adding = addPage(index, url, recordHtml(page, style)).finally(() =>
      underway.delete(adding),
    );
    underway.add(adding);
    if (underway.size >= AT_ONCE) await Promise.race(underway);
    onProgress?.(gathered.facts.length + added.length, paths.length);
  }
  await Promise.all(underway);
  return added;
}

interface AddedPage {
  url: string;
  facts: Omit<PageFacts, "id">;
}

async function addPage(index: PagefindIndex, url: string, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content });
  if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join("; ")}`);
}

/** What is published of Pagefind: the index and, once, its search core. The rest is interfaces that this site does not use. */
const PUBLISHED =
  /^(pagefind-entry\.json|wasm\.en\.pagefind|pagefind\..+\.pf_meta|fragment|index|filter)$/;
const CORE = "pagefind.js";

async function writeIndex(index: PagefindIndex, folder: string, core: boolean): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) {
    throw new Error(`Pagefind could not write its index: ${errors.join("; ")}`);
  }
  for (const name of await readdir(folder)) {
    if (!PUBLISHED.test(name) && !(core && name === CORE))
      await rm(join(folder, name), { recursive: true });
  }
  // Every slice asks for the program that all of them share; after the first, a file without one will do.
  if (!core) await writeFile(join(folder, "wasm.en.pagefind"), "pagefind_dcd");
}

const SYNONYMS = new URL("synonyms.yaml", import.meta.url);
const synonymsSchema = z.array(z.array(z.union([z.string(), z.number()]).transform(String)));

/** The synonym file: groups of words and phrases, each as a list of index words. */
async function readSynonyms(): Promise<string[][][]> {
  const groups = synonymsSchema.parse(parse(await readFile(SYNONYMS, "utf8")));
  return groups.map((group) => group.map((phrase) => wordsOf(phrase)));
}

/** Pagefind numbers pages by their addresses, as `pages` is sorted; the last one is looked at to be sure. */
async function idsOf(folder: string, pages: readonly AddedPage[]): Promise<string[]> {
  if (pages.length === 0) return [];
  const ids = await pageIds(folder);
  const last = ids.at(-1);
  if (ids.length !== pages.length) {
    throw new Error(`Pagefind indexed ${ids.length} of ${pages.length} pages`);
  }
  if (last !== undefined && (await addressOf(folder, last)) !== pages.at(-1)?.url) {
    throw new Error("Pagefind numbered the pages in another order than that of their addresses");
  }
  return ids;
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
