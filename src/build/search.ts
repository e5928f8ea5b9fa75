import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { articleAt, pathOf } from "../article/id.ts";
import type { Changes } from "./changes.ts";
import type { BuildOptions, Watcher } from "./options.ts";

/** Folder of the search index under the site's. */
export const INDEX = "pagefind";

/** Articles whose pages were written or removed. */
export function articlesOf({ build, remove }: Changes): string[] {
  return articlesAt([...build.map(({ address }) => address), ...remove]);
}

/** Articles whose own pages stand at some of the addresses. */
export function articlesAt(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => {
    const id = articleAt(address);
    return id !== undefined && address === `${pathOf(id)}/` ? [id] : [];
  });
}

/**
 * Indexes what changed (all pages where that is not known, or where there is no index). Where search is left out, no index stays
 * that knows other pages.
 */
export async function indexPages(
  { out, search, reindex }: BuildOptions,
  changed: readonly string[] | undefined,
  watcher: Watcher,
): Promise<void> {
  const folder = join(out, INDEX);
  const hasChanged = changed === undefined || changed.length > 0;
  if (!search) {
    if (hasChanged) await rm(folder, { recursive: true, force: true });
    return;
  }
  if (!hasChanged && !reindex && existsSync(folder)) return;
  const stage = watcher.stage("search");
  const onProgress = (done: number, total: number): void => stage.progress(done, total);
  const told =
    changed === undefined || reindex
      ? await (await import("../search/build.ts")).buildSearchIndex({ outDir: out, onProgress })
      : await (
          await import("../search/update.ts")
        ).updateSearchIndex({ outDir: out, onProgress, changed });
  stage.end(
    "recent" in told
      ? `${told.recent} pages beside the index`
      : `${told.pages} pages in ${told.files} files, ${Math.ceil(told.bytes / 1024)} KB`,
  );
}
