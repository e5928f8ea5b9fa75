import { cp, mkdir } from "node:fs/promises";
import type { Update } from "./build.ts";
import { recordOf, type Changes, type Planned } from "./changes.ts";
import {
  manifestOf,
  SEAL,
  type Before,
  type BuildState,
  type Manifest,
  type PageRecord,
} from "./manifest.ts";
import type { Watcher } from "./options.ts";
import { filesIn, fileOf, isUnfinished, removeFiles } from "./output.ts";
import { renderPages } from "./render.ts";
import { INDEX } from "./search.ts";

interface Writing {
  changes: Changes;
  /** All pages that the folder is to have. */
  own: readonly Planned[];
  before: Before;
  state: BuildState;
}

/** Writes pages and what they link, and takes away what is no longer wanted. */
export async function writePages(
  { options, pool, content, renderer, readers }: Update,
  { changes, own, before, state }: Writing,
  watcher: Watcher,
): Promise<Manifest> {
  const { out, places } = options;
  await mkdir(out, { recursive: true });
  const wasCut = before.touched.size > 0;
  const there = before.isKnown && !wasCut ? [] : await filesIn(out);
  state.begin([...changes.build.map(({ address }) => address), ...changes.remove], before);
  const stage = watcher.stage("pages");
  const isFresh = !before.isKnown && there.length === 0;
  const { proofs } = content;
  const digests = await renderPages(changes.build, {
    pool,
    task: { places, entry: renderer.entry, out, isFresh, proofs },
    readerOf: (address) => readers.get(address),
    onProgress: (done, total) => stage.progress(done, total),
  });
  const records = recordsOf(own, digests, before);
  const manifest = manifestOf(renderer.digest, records, await copyAssets(renderer.assets, out));
  const unwanted = [
    ...changes.remove.map(fileOf),
    ...before.manifest.assets.filter((path) => !manifest.assets.includes(path)),
    ...(before.isKnown ? there.filter(isUnfinished) : unknownFiles(there, manifest)),
  ];
  await removeFiles(out, unwanted);
  stage.end(`${changes.build.length} built, ${unwanted.length} removed`);
  return manifest;
}

/** What is to be written down of each page: of those that stayed as they were, what was written down before. */
function recordsOf(
  own: readonly Planned[],
  digests: ReadonlyMap<string, string>,
  { manifest }: Before,
): [string, PageRecord][] {
  return own.map((page) => {
    const bytes = digests.get(page.address);
    const record = manifest.pages[page.address];
    return [page.address, bytes === undefined && record ? record : recordOf(page, bytes ?? "")];
  });
}

async function copyAssets(from: string, out: string): Promise<string[]> {
  await cp(from, out, { recursive: true });
  return filesIn(from);
}

/** Of the files that were there before a first build: those that are no part of the site. */
function unknownFiles(left: readonly string[], { pages, assets }: Manifest): string[] {
  const wanted = new Set([...Object.keys(pages).map(fileOf), ...assets, SEAL]);
  return left.filter((path) => !wanted.has(path) && !path.startsWith(`${INDEX}/`));
}
