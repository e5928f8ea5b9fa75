import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import { articleAt, pathOf } from "../article/id.ts";
import { buildSearchIndex } from "../search/build.ts";
import { updateSearchIndex } from "../search/update.ts";
import { openArchive } from "../site/archive.ts";
import { planSite } from "../site/plan.ts";
import {
  changesOf,
  digestPlan,
  recordOf,
  type Change,
  type Changes,
  type Planned,
} from "./changes.ts";
import { openContent, type Content } from "./content.ts";
import {
  BuildState,
  manifestOf,
  NOTHING_KNOWN,
  SEAL,
  type Before,
  type Manifest,
  type PageRecord,
} from "./manifest.ts";
import { checkFiles } from "./limits.ts";
import { filesIn, fileOf, removeFiles } from "./output.ts";
import { openPool, type Pool } from "./pool.ts";
import { renderPages } from "./render.ts";
import { openRenderer, type Renderer } from "./renderer.ts";
import type { ContentPlaces } from "./scan.ts";
import type { Selection } from "./select.ts";
import { isInShard, siteDigest, writeShardInfo, type Shard } from "./shards.ts";

/** Folder of the search index under the site's. */
const INDEX = "pagefind";

export interface BuildOptions {
  places: ContentPlaces;
  /** Folder of the site. */
  out: string;
  /** Path under which the site is served, with a slash at both ends. */
  base: string;
  /** Scheme and host of the site; empty for the one in the settings. */
  site: string;
  /** Build everything again. */
  force: boolean;
  /** Whether to index the pages; if not, an index that no longer fits them is removed. */
  search: boolean;
  /** Index all pages again, so that the index has the bytes of a first build's. */
  reindex: boolean;
  /** The most files that the site's host takes. */
  maxFiles?: number;
  /** Which articles the site has. */
  select: Selection;
  /** The part of the site to build; all of it if left out. */
  shard?: Shard;
}

/** Is told of the build's stages while they go on. */
export interface Watcher {
  /** A stage begins; what it returns is called with what there is to tell at its end. */
  stage(name: string): { progress(done: number, total: number): void; end(told: string): void };
}

export interface BuildResult {
  articles: number;
  findings: readonly Finding[];
  /** Absent where findings are errors: then nothing was built. */
  built?: { pages: number; changes: readonly Change[]; removed: readonly string[] };
}

/**
 * Builds the site of a content folder, or what of it is no longer as it is to be. Everything that is wrong with the content is found
 * before the first file is written.
 */
export async function buildSite(options: BuildOptions, watcher: Watcher): Promise<BuildResult> {
  const pool = openPool(Math.max(1, availableParallelism()));
  try {
    const readers = new Map<string, number>();
    const [content, renderer] = await Promise.all([
      readContent(options, pool, readers, watcher),
      openRenderer(options),
    ]);
    const { entries, findings } = content;
    const result = { articles: entries.length, findings };
    if (findings.some(({ severity }) => severity === "error")) return result;
    const built = await update({ options, pool, content, renderer, readers }, watcher);
    return { ...result, built };
  } finally {
    await pool.close();
  }
}

async function readContent(
  { places }: BuildOptions,
  pool: Pool,
  readers: Map<string, number>,
  watcher: Watcher,
): Promise<Content> {
  const stage = watcher.stage("content");
  const content = await openContent(places, pool, {
    onRead: (id, thread) => readers.set(`${pathOf(id)}/`, thread),
    onProgress: (done, total) => stage.progress(done, total),
  });
  const { entries, read } = content;
  stage.end(`${entries.length} articles, ${read} read`);
  return content;
}

interface Update {
  options: BuildOptions;
  pool: Pool;
  content: Content;
  renderer: Renderer;
  /** Which thread read an article, by its page's address. */
  readers: ReadonlyMap<string, number>;
}

async function update(
  update: Update,
  watcher: Watcher,
): Promise<NonNullable<BuildResult["built"]>> {
  const { options, content, renderer } = update;
  const { out, shard } = options;
  const state = new BuildState(out);
  const before = options.force ? NOTHING_KNOWN : await state.read();
  const planning = watcher.stage("plan");
  const archive = openArchive(content.entries.filter(options.select));
  const plan = digestPlan(planSite(archive));
  const own = shard === undefined ? plan : plan.filter(({ address }) => isInShard(address, shard));
  const changes = changesOf(own, renderer.digest, before);
  if (options.maxFiles !== undefined) {
    const { length: assets } = await filesIn(renderer.assets);
    const { length: articles } = archive.entries;
    const { search: hasSearch, maxFiles } = options;
    checkFiles({ pages: plan.length, articles, assets, hasSearch }, maxFiles);
  }
  planning.end(`${own.length} pages, ${changes.build.length} to build`);

  const manifest = await write(update, { changes, own, before, state }, watcher);
  if (shard !== undefined) {
    const site = siteDigest(renderer.digest, plan);
    writeShardInfo(out, { shard, site, pages: plan.length, manifest });
  }
  if (shard === undefined) {
    await index(options, before.isKnown ? articlesOf(changes) : undefined, watcher);
  }
  await state.finish(manifest);
  return { pages: own.length, changes: changes.build, removed: changes.remove };
}

/** Articles whose pages were written or removed. */
function articlesOf({ build, remove }: Changes): string[] {
  const addresses = [...build.map(({ address }) => address), ...remove];
  return addresses.flatMap((address) => {
    const id = articleAt(address);
    return id !== undefined && address === `${pathOf(id)}/` ? [id] : [];
  });
}

/**
 * Indexes what changed (all pages where that is not known, or where there is no index). Where search is left out, no index stays
 * that knows other pages.
 */
async function index(
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
      ? await buildSearchIndex({ outDir: out, onProgress })
      : await updateSearchIndex({ outDir: out, onProgress, changed });
  stage.end(
    "recent" in told
      ? `${told.recent} pages beside the index`
      : `${told.pages} pages in ${told.files} files, ${Math.ceil(told.bytes / 1024)} KB`,
  );
}

interface Writing {
  changes: Changes;
  /** All pages that the folder is to have. */
  own: readonly Planned[];
  before: Before;
  state: BuildState;
}

/** Writes pages and what they link, and takes away what is no longer wanted. */
async function write(
  { options, pool, content, renderer, readers }: Update,
  { changes, own, before, state }: Writing,
  watcher: Watcher,
): Promise<Manifest> {
  const { out, places } = options;
  await mkdir(out, { recursive: true });
  const left = before.isKnown ? [] : await filesIn(out);
  state.begin([...changes.build.map(({ address }) => address), ...changes.remove], before);
  const stage = watcher.stage("pages");
  const isFresh = !before.isKnown && left.length === 0;
  const { proofs } = content;
  const digests = await renderPages(changes.build, {
    pool,
    task: { places, entry: renderer.entry, out, isFresh, proofs },
    readerOf: (address) => readers.get(address),
    onProgress: (done, total) => stage.progress(done, total),
  });
  const records = own.map((page): [string, PageRecord] => {
    const bytes = digests.get(page.address);
    const record = before.manifest.pages[page.address];
    return [page.address, bytes === undefined && record ? record : recordOf(page, bytes ?? "")];
  });
  const manifest = manifestOf(renderer.digest, records, await copyAssets(renderer.assets, out));
  const unwanted = [
    ...changes.remove.map(fileOf),
    ...before.manifest.assets.filter((path) => !manifest.assets.includes(path)),
    ...unknownFiles(left, manifest),
  ];
  await removeFiles(out, unwanted);
  stage.end(`${changes.build.length} built, ${unwanted.length} removed`);
  return manifest;
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
