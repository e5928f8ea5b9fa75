import { join } from "node:path";
import { countIn, sampleOf, type Sample } from "./common.ts";
import { shownWords } from "./concealed.ts";
import { readFragment } from "./fragments.ts";
import { readHead } from "./index-set.ts";
import { readPageOf } from "./page-file.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import { commonAfter, type SampleFile } from "./sample-file.ts";
import { chunksOf } from "./words.ts";

interface Change {
  /** What the index tells of its sample. */
  sample: SampleFile;
  /** The folder of built pages. */
  site: string;
  /** Pages of the index. */
  before: readonly IndexedPage[];
  /** Articles that have a page now. */
  after: readonly string[];
  /** Articles whose pages are not as they were. */
  changed: ReadonlySet<string>;
}

/** Whether a clean index would find other words common than that which lies in the site's folder. */
export async function commonChanges({
  sample,
  site,
  before,
  after,
  changed,
}: Change): Promise<boolean> {
  const folder = join(site, "pagefind");
  const [then, now] = [before.map(({ id }) => id), after].map((ids) => new Set(sampleOf(ids)));
  const gone = before.filter(({ id }) => then?.has(id) && (changed.has(id) || !now?.has(id)));
  const come = after.filter((id) => now?.has(id) && (changed.has(id) || !then?.has(id)));
  const { titlesOnly, phrases } = await readHead(folder);
  const common = commonAfter(
    sample,
    await storedSample(folder, gone, phrases),
    countIn(
      come.map((id) => textsOf(site, id)),
      chunksOf,
    ),
  );
  return common.sort().join() !== titlesOnly.sort().join();
}

/** What the sample had of pages, from the texts that the index keeps. */
async function storedSample(
  folder: string,
  pages: readonly IndexedPage[],
  phrases: readonly string[],
): Promise<Sample> {
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { content } = await readFragment(folder, page);
      return shownWords(content, phrases).map(({ text }) => text);
    }),
  );
  return countIn(texts, chunksOf);
}

function textsOf(site: string, id: string): string[] {
  return readPageOf(site, id)?.blocks.map(({ text }) => text) ?? [];
}
