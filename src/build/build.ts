import { cp, mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Finding } from "../article/finding.ts";
import { pathOf } from "../article/id.ts";
import { buildSearchIndex } from "../search/build.ts";
import { openArchive } from "../site/archive.ts";
import { planSite } from "../site/plan.ts";
import { changesOf, type Change } from "./changes.ts";
import { openContent, type Content } from "./content.ts";
import { BuildState, NOTHING_KNOWN, SEAL, type Manifest } from "./manifest.ts";
import { filesIn, fileOf, removeFiles } from "./output.ts";
import { openPool, type Pool } from "./pool.ts";
import { renderPages } from "./render.ts";
import { openRenderer, type Renderer } from "./renderer.ts";
import type { ContentPlaces } from "./scan.ts";

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
  /** Whether to index the pages. */
  search: boolean;
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
  const { out } = options;
  const state = new BuildState(out);
  const before = options.force ? NOTHING_KNOWN : await state.read();
  const planning = watcher.stage("plan");
  const changes = changesOf(planSite(openArchive(content.entries)), renderer.digest, before);
  planning.end(`${changes.parts.size} pages, ${changes.build.length} to build`);

  await mkdir(out, { recursive: true });
  const left = before.isKnown ? [] : await filesIn(out);
  state.begin([...changes.build.map(({ address }) => address), ...changes.remove], before);
  const pages = watcher.stage("pages");
  const digests = await renderPages(changes.build, {
    pool: update.pool,
    task: {
      places: options.places,
      entry: renderer.entry,
      out,
      isFresh: !before.isKnown && left.length === 0,
      proofs: content.proofs,
    },
    readerOf: (address) => update.readers.get(address),
    onProgress: (done, total) => pages.progress(done, total),
  });
  const manifest: Manifest = {
    renderer: renderer.digest,
    pages: {},
    assets: await copyAssets(renderer.assets, out),
  };
  for (const [address, parts] of changes.parts) {
    const bytes = digests.get(address) ?? before.manifest.pages[address]?.[0] ?? "";
    manifest.pages[address] = [bytes, ...parts];
  }
  const unwanted = [
    ...changes.remove.map(fileOf),
    ...before.manifest.assets.filter((path) => !manifest.assets.includes(path)),
    ...unknownFiles(left, manifest),
  ];
  await removeFiles(out, unwanted);
  pages.end(`${changes.build.length} built, ${unwanted.length} removed`);

  if (options.search && (changes.build.length > 0 || unwanted.length > 0)) {
    const search = watcher.stage("search");
    const index = await buildSearchIndex({ outDir: out, base: options.base });
    search.end(`${index.pages} pages in ${index.files} files, ${Math.ceil(index.bytes / 1024)} KB`);
  }
  await state.finish(manifest);
  return { pages: changes.parts.size, changes: changes.build, removed: changes.remove };
}

async function copyAssets(from: string, out: string): Promise<string[]> {
  await cp(from, out, { recursive: true });
  return (await filesIn(from)).sort();
}

/** Of the files that were there before a first build: those that are no part of the site. */
function unknownFiles(left: readonly string[], { pages, assets }: Manifest): string[] {
  const wanted = new Set([...Object.keys(pages).map(fileOf), ...assets, SEAL]);
  return left.filter((path) => !wanted.has(path) && !path.startsWith("pagefind/"));
}
