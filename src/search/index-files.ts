import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ARRAY, head } from "./cbor.ts";
import { chunksIn } from "./index-chunks.ts";
import { metaFile, pagefindFile, type IndexChunk, type IndexedPage } from "./pagefind-files.ts";
import { ENTRY, type PagefindProgram } from "./pagefind-program.ts";
import type { Word } from "./postings.ts";

/** Writes Pagefind's files of words and pages. The pages' texts stand beside them already (`fragments.ts`). */
export async function writeIndexFiles(
  folder: string,
  words: Iterable<Word>,
  pages: readonly IndexedPage[],
  program: Promise<PagefindProgram>,
): Promise<void> {
  const { version: hash, chunks } = await writeChunks(words, folder);
  const { files, entry, version } = await program;
  const meta = await metaFile({ version, pages: [...pages], chunks, fields: FIELDS });
  await writeFile(join(folder, `pagefind.en_${hash}.pf_meta`), meta);
  const language = { hash: `en_${hash}`, wasm: "en", page_count: pages.length };
  await writeFile(join(folder, ENTRY), JSON.stringify({ ...entry, languages: { en: language } }));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}

/** Of a page, in the order of their names. */
const FIELDS = ["info", "title"];

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
      const bytes = await pagefindFile([head(ARRAY, 1), head(ARRAY, content.length), ...content]);
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
