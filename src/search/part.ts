import { writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import { commonOf, sampleOf } from "./common.ts";
import { indexSlices, type Indexed } from "./full-text.ts";
import type { IndexedSlice } from "./index-task.ts";
import { addCounts, IndexThreads } from "./index-threads.ts";
import { pagefindProgram } from "./pagefind-program.ts";
import { sampleFile } from "./sample-file.ts";
import type { Sliced } from "./slices.ts";
import { writeIndex, type IndexedArchive, type SearchIndexSummary } from "./write-index.ts";

/** An index that several machines make together: each indexes some slices of the archive, and one joins what they found. */

export interface IndexPartOptions {
  /** Folder of built pages. */
  site: string;
  /** Folder of the index, not there yet: the texts of the part's pages are written there. */
  folder: string;
  /** File to write what was found to. */
  file: string;
  /** The archive, and which of its slices are the part's. */
  archive: Sliced;
  isOwn: (slice: number) => boolean;
  /** Folder that has the pages of the archive's sample (`sampleOf`), all of them. */
  sampleSite: string;
  onProgress?: (done: number, total: number) => void;
}

/** What was found in a part; its slices with their places in the archive. In a file, as V8 serializes it. */
interface IndexPart extends IndexedArchive {
  places: number[];
}

/** Gives how many pages were indexed. */
export async function writeIndexPart(options: IndexPartOptions): Promise<number> {
  const { site, folder, file, archive, isOwn } = options;
  const places = [...archive.slices.keys()].filter(isOwn);
  const slices = places.map((place) => archive.slices[place] ?? []);
  const sample = await sampleIn(options.sampleSite, archive);
  const common = commonOf(sample);
  const pages = slices.flat().length;
  let done = 0;
  const onPages = (more: number) => options.onProgress?.((done += more), pages);
  const { perFile } = archive;
  const threads = new IndexThreads({ site, folder }, pages);
  try {
    const indexed = await indexSlices({ slices, perFile, threads, folder, common, onPages });
    const part: IndexPart = { places, common, sample: sampleFile(sample), indexed };
    await writeFile(file, serialize(part));
    return pages;
  } finally {
    await threads.close();
  }
}

async function sampleIn(site: string, { slices }: Sliced) {
  const ids = sampleOf(slices.flat());
  const threads = new IndexThreads({ site, folder: site }, ids.length);
  try {
    return await threads.sample(ids);
  } finally {
    await threads.close();
  }
}

/** Writes the index of an archive from its parts, read from their files, beside the texts of all of them. */
export async function joinIndexParts(
  files: readonly Uint8Array[],
  folder: string,
): Promise<SearchIndexSummary> {
  const program = pagefindProgram();
  const parts = files.map((bytes) => deserialize(bytes) as IndexPart);
  const [first] = parts;
  if (first === undefined) throw new Error("an index has at least one part");
  const { common, sample } = first;
  return writeIndex(folder, { common, sample, indexed: joined(parts) }, program);
}

function joined(parts: readonly IndexPart[]): Indexed {
  const slices: IndexedSlice[] = [];
  const counts = new Map<string, number>();
  for (const { places, indexed } of parts) {
    for (const [at, slice] of indexed.slices.entries()) slices[places[at] ?? 0] = slice;
    addCounts(counts, indexed.counts);
  }
  return { slices, counts };
}
