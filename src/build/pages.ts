import { cp, mkdir } from "node:fs/promises";
import type { Update } from "./build.ts";
import { recordOf, type Changes } from "./changes.ts";
import { pageRow, SEAL, type Before, type BuildState, type Manifest } from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn, fileOf, isUnfinished, removeFiles } from "./output.ts";
import { renderPages } from "./render.ts";
import { INDEX } from "./search.ts";
import { keyIn } from "./rows.ts";

interface Writing {
  changes: Changes;
  /** The open file of the pages' models. */
  models: number;
  before: Before;
  state: BuildState;
}

/** Writes pages and what they link, and takes away what is no longer wanted. Gives the manifest before where there is nothing to do. */
export async function writePages(
  { options, pool, content, renderer, readers }: Update,
  { changes, models, before, state }: Writing,
  watcher: Watcher,
): Promise<Manifest> {
  const { out, places } = options;
  const stage = watcher.stage("pages");
  const wasCut = before.touched.size > 0;
  if (before.isKnown && !wasCut && changes.build.length + changes.remove.length === 0) {
    stage.end("0 built, 0 removed");
    return before.manifest;
  }
  await mkdir(out, { recursive: true });
  const there = before.isKnown && !wasCut ? [] : await filesIn(out);
  state.begin([...changes.build.map(({ address }) => address), ...changes.remove], before);
  const isFresh = !before.isKnown && there.length === 0;
  const { proofs } = content;
  const written = await renderPages(changes.build, {
    pool,
    task: { places, entry: renderer.entry, out, isFresh, proofs, models },
    readers,
    onProgress: (done, total) => stage.progress(done, total),
  });
  const assets = await copyAssets(renderer.assets, out);
  const records = before.manifest.pages.updated(rowsOf(changes, written));
  const manifest = { renderer: renderer.digest, pages: records, assets };
  const unwanted = [
    ...changes.remove.map(fileOf),
    ...before.manifest.assets.filter((path) => !manifest.assets.includes(path)),
    ...(before.isKnown ? there.filter(isUnfinished) : unknownFiles(there, manifest)),
  ];
  await removeFiles(out, unwanted);
  stage.end(`${changes.build.length} built, ${unwanted.length} removed`);
  return manifest;
}

/** What is to be written down of pages that were built or removed: the others stay as they were. */
function rowsOf(
  { build, remove }: Changes,
  written: ReadonlyMap<string, string>,
): Map<string, string | undefined> {
  const rows = new Map<string, string | undefined>();
  for (const page of build) {
    const record = recordOf(page, written.get(page.address) ?? "");
    rows.set(page.address, pageRow(page.address, record));
  }
  for (const address of remove) rows.set(address, undefined);
  return rows;
}

async function copyAssets(from: string, out: string): Promise<string[]> {
  await cp(from, out, { recursive: true });
  return filesIn(from);
}

/** Of the files that were there before a first build: those that are no part of the site. */
function unknownFiles(left: readonly string[], { pages, assets }: Manifest): string[] {
  if (left.length === 0) return [];
  const wanted = new Set([...Array.from(pages, keyIn).map(fileOf), ...assets, SEAL]);
  return left.filter((path) => !wanted.has(path) && !path.startsWith(`${INDEX}/`));
}
