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
  /** The open file of the pages' models. */
  models: number;
  /** All pages that the folder is to have. */
  own: readonly Planned[];
  before: Before;
  state: BuildState;
}

/** Writes pages and what they link, and takes away what is no longer wanted. Gives the manifest before where there is nothing to do. */
export async function writePages(
  { options, pool, content, renderer, readers }: Update,
  { changes, own, models, before, state }: Writing,
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
    readerOf: (address) => readers.get(address),
    onProgress: (done, total) => stage.progress(done, total),
  });
  const assets = await copyAssets(renderer.assets, out);
  const manifest = manifestOf(renderer.digest, recordsOf(own, written, before), assets);
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
  written: ReadonlyMap<string, string>,
  { manifest }: Before,
): [string, PageRecord][] {
  return own.map((page) => {
    const built = written.get(page.address);
    const record = manifest.pages.get(page.address);
    return [page.address, built === undefined && record ? record : recordOf(page, built ?? "")];
  });
}

async function copyAssets(from: string, out: string): Promise<string[]> {
  await cp(from, out, { recursive: true });
  return filesIn(from);
}

/** Of the files that were there before a first build: those that are no part of the site. */
function unknownFiles(left: readonly string[], { pages, assets }: Manifest): string[] {
  const wanted = new Set([...[...pages.keys()].map(fileOf), ...assets, SEAL]);
  return left.filter((path) => !wanted.has(path) && !path.startsWith(`${INDEX}/`));
}
