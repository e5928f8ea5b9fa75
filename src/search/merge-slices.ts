import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { arrayHead, CborReader } from "./cbor.ts";
import type { TextPlace } from "./fragments.ts";
import { chunksIn, type Word } from "./index-chunks.ts";
import {
  contentOf,
  metaFile,
  pagefindFile,
  readMeta,
  type IndexChunk,
  type IndexedPage,
  type PagefindMeta,
} from "./pagefind-files.ts";
import { joinEntries, readEntry, type WordEntry } from "./postings.ts";

/** A slice that Pagefind wrote. */
export interface WrittenSlice {
  folder: string;
  /** Where the texts of its pages went, in the order of the pages. */
  texts: readonly TextPlace[];
}

/**
 * Makes one index of slices, given in the order of their pages (see `slices.ts` for why there are any). Gives the index's pages.
 * `alone`: the index has a program of its own, and shares none with another.
 */
export async function mergeSlices(
  slices: readonly WrittenSlice[],
  folder: string,
  alone: boolean,
): Promise<IndexedPage[]> {
  const metas = await Promise.all(slices.map((slice) => readMeta(slice.folder)));
  const [first] = metas;
  if (first === undefined) throw new Error("there is no slice to merge");
  const opened = slices.map((slice, at) => openSlice(slice.folder, metas, at));
  const { version, chunks } = await writeChunks(mergedWords(opened), folder);
  const pages = metas.flatMap((meta, at) =>
    meta.pages.map(({ words }, page) => {
      const { name, group } = slices[at]?.texts[page] ?? { name: "", group: "" };
      return { id: name, words, group };
    }),
  );
  await writeFile(
    join(folder, `pagefind.en_${version}.pf_meta`),
    await metaFile({ ...first, pages, chunks }),
  );
  const from = slices[0]?.folder ?? "";
  await writeEntry(from, folder, { hash: `en_${version}`, wasm: "en", page_count: pages.length });
  await writeProgram(from, folder, alone);
  return pages;
}

/** One slice while its words are read in order. */
interface OpenSlice {
  /** Number that its first page has in the whole. */
  base: number;
  words: Iterator<WordEntry, undefined>;
  next: WordEntry | undefined;
}

function openSlice(folder: string, metas: readonly PagefindMeta[], at: number): OpenSlice {
  const base = metas.slice(0, at).reduce((sum, { pages }) => sum + pages.length, 0);
  const words = wordsIn(folder, metas[at]?.chunks ?? []);
  return { base, words, next: words.next().value };
}

function* wordsIn(
  folder: string,
  chunks: readonly IndexChunk[],
): Generator<WordEntry, undefined, undefined> {
  for (const { name } of chunks) {
    const bytes = readFileSync(join(folder, "index", `${name}.pf_index`));
    const reader = new CborReader(contentOf(bytes));
    reader.array();
    for (let words = reader.array(); words > 0; words--) yield readEntry(reader);
  }
  return undefined;
}

/** The words of all slices in their order, each once. */
function* mergedWords(slices: readonly OpenSlice[]): Generator<Word> {
  for (;;) {
    let word: string | undefined;
    for (const { next } of slices) {
      if (next !== undefined && (word === undefined || next.word < word)) word = next.word;
    }
    if (word === undefined) return;
    const found = [];
    for (const slice of slices) {
      if (slice.next?.word !== word) continue;
      found.push({ entry: slice.next, base: slice.base });
      slice.next = slice.words.next().value;
    }
    yield { word, bytes: joinEntries(found) };
  }
}

/** Chunks that are compressed at a time. */
const AT_ONCE = 8;

/**
 * Writes the words in chunks, into a folder whose name tells their content: page numbers change with every page that is added, so
 * a browser must never take one index's chunk for another's.
 */
async function writeChunks(
  words: Iterable<Word>,
  folder: string,
): Promise<{ version: string; chunks: IndexChunk[] }> {
  const place = join(folder, "index/new");
  await mkdir(place, { recursive: true });
  const hash = createHash("sha256");
  const chunks: IndexChunk[] = [];
  const underway = new Set<Promise<void>>();
  for (const { from, to, content } of chunksIn(words)) {
    for (const bytes of content) hash.update(bytes);
    const name = String(chunks.push({ from, to, name: "" }) - 1);
    const write = async () => {
      const bytes = await pagefindFile([arrayHead(1), arrayHead(content.length), ...content]);
      await writeFile(join(place, `${name}.pf_index`), bytes);
    };
    const writing = write().finally(() => underway.delete(writing));
    underway.add(writing);
    if (underway.size >= AT_ONCE) await Promise.race(underway);
  }
  await Promise.all(underway);
  const version = hash.digest("hex").slice(0, 8);
  await rm(join(folder, "index", version), { recursive: true, force: true });
  await rename(place, join(folder, "index", version));
  return { version, chunks: chunks.map((chunk, at) => ({ ...chunk, name: `${version}/${at}` })) };
}

/** Writes what the core reads before anything else. */
async function writeEntry(slice: string, folder: string, language: object): Promise<void> {
  const text = await readFile(join(slice, ENTRY), "utf8");
  const entry = { ...(JSON.parse(text) as object), languages: { en: language } };
  await writeFile(join(folder, ENTRY), JSON.stringify(entry));
}

const ENTRY = "pagefind-entry.json";
const CORE = "pagefind.js";
const PROGRAM = "wasm.en.pagefind";

/** Of Pagefind's programs only the core is published. An index that shares it needs a file without one. */
async function writeProgram(slice: string, folder: string, alone: boolean): Promise<void> {
  if (!alone) return writeFile(join(folder, PROGRAM), "pagefind_dcd");
  for (const name of [CORE, PROGRAM]) await copyFile(join(slice, name), join(folder, name));
}
