import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pathOf } from "../article/id.ts";
import { buildSearchIndex, type SearchIndexOptions, type SearchIndexSummary } from "./build.ts";
import { CHANGES_PATH, RECENT, type IndexChanges } from "./changes.ts";
import { changesFile } from "./changes-file.ts";
import { readHead, readPages, writeIndexSet } from "./index-set.ts";
import { mostRecent } from "./slices.ts";

export interface SearchUpdateOptions extends SearchIndexOptions {
  /** Articles whose pages were written or removed since the index was made, or some of them again. */
  changed: readonly string[];
  /** How many changed pages there can be beside the index. */
  mostRecent?: number;
}

/**
 * Makes an index tell what the site's pages say now. What changed is indexed by itself in `recent/` and masked in the index, until it
 * outgrows a bound; then, and where there is no index to start from, everything is indexed again. What it did is in the index's
 * folder alone, and doing it again changes nothing, so an update that was cut short is made good by the next.
 */
export async function updateSearchIndex(
  options: SearchUpdateOptions,
): Promise<SearchIndexSummary | { recent: number }> {
  const folder = join(options.outDir, "pagefind");
  const before = await readState(folder);
  if (before === undefined) return buildSearchIndex(options);
  const { masked, recent, pages } = before;
  const changed = new Set([...recent, ...options.changed]);
  if (changed.size > (options.mostRecent ?? mostRecent(pages.size)))
    return buildSearchIndex(options);
  const ids = [...changed].sort().filter((id) => hasPage(options.outDir, id));
  await writeRecent(options.outDir, folder, ids);
  const replaced = [...changed].flatMap((id) => pages.get(id) ?? []);
  const changes = { masked: [...new Set([...masked, ...replaced])].sort(), recent: ids.length > 0 };
  await replaceFile(join(folder, CHANGES_PATH), changesFile(changes));
  return { recent: ids.length };
}

interface State extends Pick<IndexChanges, "masked"> {
  /** Articles of the small index. */
  recent: string[];
  /** Pages of the index by article. */
  pages: Map<string, string>;
}

/** What lies in the index's folder; undefined where that is no whole index. */
async function readState(folder: string): Promise<State | undefined> {
  try {
    const text = gunzipSync(await readFile(join(folder, CHANGES_PATH))).toString();
    const { masked, recent } = JSON.parse(text) as IndexChanges;
    const recentPages = recent ? await readPages(join(folder, RECENT)) : new Map<string, string>();
    return { masked, recent: [...recentPages.keys()], pages: await readPages(folder) };
  } catch {
    return undefined;
  }
}

function hasPage(outDir: string, id: string): boolean {
  return existsSync(join(outDir, pathOf(id), "index.html"));
}

/** Empty pages beside the changed ones: in a slice of three pages no word would be rare. */
const FILLERS = 500;

/** Writes the small index aside, then puts it in its place. */
async function writeRecent(site: string, folder: string, ids: readonly string[]): Promise<void> {
  const [aside, place] = [join(folder, "recent.new"), join(folder, RECENT)];
  await rm(aside, { recursive: true, force: true });
  if (ids.length > 0) {
    const { titlesOnly, phrases, fullText } = await readHead(folder);
    await writeIndexSet({
      site,
      ids,
      folder: aside,
      slices: 1,
      firstSlice: fullText.length,
      fillers: FILLERS,
      common: { words: new Set(titlesOnly), phrases },
      synonyms: [],
      onPage: () => undefined,
    });
  }
  await rm(place, { recursive: true, force: true });
  if (ids.length > 0) await rename(aside, place);
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}
