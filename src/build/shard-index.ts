import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathOf } from "../article/id.ts";
import { sampleOf } from "../search/common.ts";
import type { Update } from "./build.ts";
import type { Planned } from "./changes.ts";
import { digestOf } from "./digest.ts";
import type { Watcher } from "./options.ts";
import { filesIn } from "./output.ts";
import { renderPages } from "./render.ts";
import { INDEX } from "./search.ts";
import { archiveOf, isOwnSlice, readShardInfo, SHARD_FILE, type Shard } from "./shards.ts";

/** File in a shard's folder with what was found in its pages; the site has none. */
export const PART_FILE = ".kb-shard.index";

interface Site {
  /** See `ShardInfo`. */
  digest: string;
  /** All of the site's, whatever shard they belong to. */
  pages: readonly Planned[];
  /** The plan's file, open. */
  models: number;
}

/**
 * Indexes a shard's pages for the merge, unless that was done for the same site. Gives digests of the files by path; undefined where
 * search is left out.
 */
export async function indexShard(
  update: Update,
  site: Site,
  shard: Shard,
  watcher: Watcher,
): Promise<Record<string, string> | undefined> {
  const { out, search, force, reindex } = update.options;
  const folder = join(out, INDEX);
  const file = join(out, PART_FILE);
  const before = force || reindex ? undefined : await readShardInfo(out);
  const isSame = before?.site === site.digest && sameShard(before.shard, shard);
  if (search && isSame && before.index !== undefined) return before.index;
  await forgetShard(out);
  await rm(folder, { recursive: true, force: true });
  if (!search) return undefined;
  const stage = watcher.stage("search");
  const archive = archiveOf(site.pages);
  const sampleSite = await mkdtemp(join(tmpdir(), "kb-sample-"));
  try {
    await renderSample(update, site, sampleOf(archive.slices.flat()), sampleSite);
    const { writeIndexPart } = await import("../search/part.ts");
    const pages = await writeIndexPart({
      site: out,
      folder,
      file,
      archive,
      isOwn: (slice) => isOwnSlice(slice, shard),
      sampleSite,
      onProgress: (done, total) => stage.progress(done, total),
    });
    stage.end(`${pages} pages, for the merge`);
  } finally {
    await rm(sampleSite, { recursive: true, force: true });
  }
  return digestsIn(out);
}

/** Takes away what makes a folder a shard. */
export async function forgetShard(out: string): Promise<void> {
  for (const file of [SHARD_FILE, PART_FILE]) await rm(join(out, file), { force: true });
}

function sameShard(a: Shard, b: Shard): boolean {
  return a.number === b.number && a.of === b.of;
}

/** What is common in the archive has to be known before any page is indexed, and its sample is of other shards' pages, too. */
async function renderSample(
  { options, pool, content, renderer, readers }: Update,
  { pages, models }: Site,
  ids: readonly string[],
  out: string,
): Promise<void> {
  const wanted = new Set(ids.map((id) => `${pathOf(id)}/`));
  const sample = pages.filter(({ address }) => wanted.has(address));
  const { places } = options;
  const { proofs } = content;
  await renderPages(
    sample.map((page) => ({ ...page, known: "", why: [] })),
    {
      pool,
      task: { places, entry: renderer.entry, out, isFresh: true, proofs, models },
      readers,
    },
  );
}

async function digestsIn(out: string): Promise<Record<string, string>> {
  const paths = [
    PART_FILE,
    ...(await filesIn(join(out, INDEX))).map((path) => `${INDEX}/${path}`).sort(),
  ];
  const digests: Record<string, string> = {};
  for (const path of paths) digests[path] = digestOf(await readFile(join(out, path)));
  return digests;
}
