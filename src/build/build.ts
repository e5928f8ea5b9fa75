import { closeSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Finding } from "../article/finding.ts";
import type { Change } from "./changes.ts";
import { openContent, type Content } from "./content.ts";
import { dropPlans, keepPlan } from "./kept-plan.ts";
import { BuildState, NOTHING_KNOWN, type Before } from "./manifest.ts";
import type { BuildOptions, Watcher } from "./options.ts";
import { writePages } from "./pages.ts";
import { planPages, plannedPages, type Planning } from "./planning.ts";
import { openPool, type Pool } from "./pool.ts";
import { openRenderer, type Renderer } from "./renderer.ts";
import { articlesOf, indexPages } from "./search.ts";
import { forgetShard, indexShard } from "./shard-index.ts";
import { siteDigest, writeShardInfo } from "./shards.ts";

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
    return await update({ options, pool, content, renderer, readers }, watcher);
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
    keeps: true,
    onRead: ({ ids }, thread) => {
      for (const id of ids) readers.set(id, thread);
    },
    onProgress: (done, total) => stage.progress(done, total),
  });
  const { articles, read } = content;
  stage.end(`${articles} articles, ${read} read`);
  return content;
}

/** What the stages after the reading work with. */
export interface Update {
  options: BuildOptions;
  pool: Pool;
  content: Content;
  renderer: Renderer;
  /** Which thread read an article. */
  readers: ReadonlyMap<string, number>;
}

/** Plans while the threads prove scenarios, then writes what there is to write. */
async function update(update: Update, watcher: Watcher): Promise<BuildResult> {
  const { options } = update;
  const state = new BuildState(options.out);
  const before = options.force ? NOTHING_KNOWN : await state.read();
  try {
    const planning = await planPages(update, { before, state }, watcher);
    return await writeIfSound(update, { ...planning, before, state }, watcher);
  } finally {
    dropPlans(state.planFile);
    await update.content.close();
  }
}

type Writing = Planning & { before: Before; state: BuildState };

/** Writes the site unless an article or a scenario is wrong. */
async function writeIfSound(
  update: Update,
  writing: Writing,
  watcher: Watcher,
): Promise<BuildResult> {
  const { content } = update;
  try {
    const findings = await content.findings;
    const result = { articles: content.articles, findings };
    if (findings.some(({ severity }) => severity === "error")) return result;
    return { ...result, built: await write(update, writing, watcher) };
  } finally {
    closeSync(writing.models);
  }
}

async function write(
  update: Update,
  writing: Writing,
  watcher: Watcher,
): Promise<NonNullable<BuildResult["built"]>> {
  const { options, content, renderer } = update;
  const { changes, models, before, state } = writing;
  const { out, shard } = options;
  const manifest = await writePages(update, writing, watcher);
  if (shard === undefined) {
    await forgetShard(out);
    await indexPages(options, before.isKnown ? articlesOf(changes) : undefined, watcher);
  } else {
    const pages = plannedPages(writing.pages, content);
    const site = siteDigest(renderer.digest, pages);
    const index = await indexShard(update, { digest: site, pages, models }, shard, watcher);
    writeShardInfo(out, { shard, site, pages: pages.length, manifest, ...(index && { index }) });
  }
  keepPlan(state.planFile);
  if (manifest !== before.manifest) await state.finish(manifest);
  // What a shard is made of is not all that the folder may be asked for next.
  if (shard === undefined) state.settle(writing.ground);
  return { pages: writing.count, changes: changes.build, removed: changes.remove };
}
