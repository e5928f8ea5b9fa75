import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip, gzipSync } from "node:zlib";
import { CborReader, cborOf } from "./cbor.ts";

/** The files that Pagefind 1.6 writes and reads: gzip of a signature and CBOR, or JSON in the files of texts. */

/** A page of an index. */
export interface IndexedPage {
  /** Pagefind's id of it. */
  id: string;
  /** Words of it, as Pagefind counts. */
  words: number;
  /** The file that its text shares with others; empty where it has one of its own. */
  group: string;
}

/** A file with the words from one to another. */
export interface IndexChunk {
  from: string;
  to: string;
  /** Path under `index/`, without the ending. */
  name: string;
}

/** What Pagefind's browser core loads first. Filters and sorting are left out: those are ours (`facts.ts`). */
export interface PagefindMeta {
  version: string;
  /** In the order of their numbers. */
  pages: IndexedPage[];
  /** In the order of their words. */
  chunks: IndexChunk[];
  /** Names of fields that are shown, by their number in the index. */
  fields: string[];
}

const SIGNATURE = Buffer.from("pagefind_dcd");
const compress = promisify(gzip);

/** What a file holds. */
export function contentOf(bytes: Buffer): Buffer {
  return gunzipSync(bytes).subarray(SIGNATURE.length);
}

/** The highest one saves no hundredth of the bytes, and takes twice as long. */
const COMPRESSION = { level: 6 };

export function pagefindFile(content: readonly Buffer[]): Promise<Buffer> {
  return compress(Buffer.concat([SIGNATURE, ...content]), COMPRESSION);
}

export function pagefindFileSync(content: readonly Buffer[]): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, ...content]), COMPRESSION);
}

export async function readMeta(folder: string): Promise<PagefindMeta> {
  const name = (await readdir(folder)).find((file) => file.endsWith(".pf_meta"));
  if (name === undefined) throw new Error(`${folder} holds no Pagefind index`);
  const reader = new CborReader(contentOf(await readFile(join(folder, name))));
  const list = <T>(item: () => T): T[] => Array.from({ length: reader.array() }, item);
  reader.array();
  const version = reader.text();
  const pages = list(() => {
    reader.array();
    return { id: reader.text(), words: reader.number(), group: reader.text() };
  });
  const chunks = list(() => {
    reader.array();
    return { from: reader.text(), to: reader.text(), name: reader.text() };
  });
  reader.skip();
  reader.skip();
  return { version, pages, chunks, fields: list(() => reader.text()) };
}

export function metaFile({ version, pages, chunks, fields }: PagefindMeta): Promise<Buffer> {
  const meta = cborOf([
    version,
    pages.map(({ id, words, group }) => [id, words, group]),
    chunks.map(({ from, to, name }) => [from, to, name]),
    [],
    [],
    fields,
  ]);
  return pagefindFile([meta]);
}
