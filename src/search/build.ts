import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { commonOf, sampleOf } from "./common.ts";
import { indexSlices } from "./full-text.ts";
import { IndexThreads } from "./index-threads.ts";
import { pagefindProgram } from "./pagefind-program.ts";
import { sampleFile } from "./sample-file.ts";
import { slicesOf } from "./slices.ts";
import { writeIndex, type SearchIndexSummary } from "./write-index.ts";

export interface SearchIndexOptions {
  /** The folder of built pages; the index is written to its `pagefind/`. */
  outDir: string;
  onProgress?: (done: number, total: number) => void;
  /** The most pages that a thread indexes at a time. The index is the same for any number. */
  pagesPerSlice?: number;
}

/** Indexes the article pages of a built site and writes the index beside them. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexSummary> {
  const { outDir: site, pagesPerSlice } = options;
  const folder = join(site, "pagefind");
  const ids = await articlesIn(site);
  let done = 0;
  const onPages = (pages: number) => options.onProgress?.((done += pages), ids.length);
  await rm(folder, { recursive: true, force: true });
  const program = pagefindProgram();
  const threads = new IndexThreads({ site, folder }, ids.length);
  try {
    const sample = await threads.sample(sampleOf(ids));
    const common = commonOf(sample);
    const sliced = slicesOf(ids, pagesPerSlice);
    const indexed = await indexSlices({ ...sliced, threads, folder, common, onPages });
    return await writeIndex(folder, { common, sample: sampleFile(sample), indexed }, program);
  } finally {
    await threads.close();
  }
}

/** Ids of the articles that have a page, sorted. */
async function articlesIn(site: string): Promise<string[]> {
  const kb = join(site, "kb");
  const groups = existsSync(kb) ? await readdir(kb, { withFileTypes: true }) : [];
  const found = await Promise.all(
    groups
      .filter((group) => group.isDirectory())
      .map(async ({ name }) => {
        const ids = await readdir(join(kb, name));
        return ids.filter((id) => existsSync(join(kb, name, id, "index.html")));
      }),
  );
  return found.flat().sort();
}
