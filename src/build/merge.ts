import { readFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { joinIndexParts } from "../search/part.ts";
import { bytesOf } from "./changes.ts";
import { digestOf } from "./digest.ts";
import { ifThere } from "./file-parts.ts";
import { BuildState, NO_PAGES, NOTHING_KNOWN, SEAL, type Manifest } from "./manifest.ts";
import { filesIn, fileOf, removeFiles, writeWhole } from "./output.ts";
import { INDEX } from "./search.ts";
import { PART_FILE } from "./shard-index.ts";
import { readShardInfo, type ShardInfo } from "./shards.ts";
import { keyIn, restIn } from "./rows.ts";

/** What keeps shards from being one site: said to the person who merges. */
export class MergeError extends Error {
  override name = "MergeError";
}

export interface Merged {
  pages: number;
  /** With those of the index. */
  files: number;
}

interface ShardFolder {
  folder: string;
  info: ShardInfo;
}

/**
 * Puts the shards of a site together in `out`, and their parts of the search index; it then holds the same bytes as a build in one piece.
 * Throws `MergeError` where a shard is missing, given twice, of another site, or damaged; then `out` is no site.
 */
export async function mergeShards(folders: readonly string[], out: string): Promise<Merged> {
  const shards = await Promise.all(folders.map(readShard));
  checkShards(shards);
  await mkdir(out, { recursive: true });
  const left = await filesIn(out);
  const state = new BuildState(out);
  state.begin([], NOTHING_KNOWN);
  const manifest = joined(shards);
  const wanted = new Set([
    ...Array.from(manifest.pages, keyIn).map(fileOf),
    ...manifest.assets,
    SEAL,
  ]);
  await removeFiles(
    out,
    left.filter((path) => !wanted.has(path)),
  );
  for (const shard of shards) copyPages(shard, out);
  for (const path of manifest.assets) await cp(join(folders[0] ?? "", path), join(out, path));
  const index = await mergeIndex(shards, out);
  await state.finish(manifest);
  return { pages: shards[0]?.info.pages ?? 0, files: wanted.size + index };
}

async function readShard(folder: string): Promise<ShardFolder> {
  const info = await readShardInfo(folder);
  if (info === undefined) {
    throw new MergeError(
      `${folder} is no shard: expected a folder that "kb build --shard" of this version has built.`,
    );
  }
  return { folder, info };
}

function checkShards(shards: readonly ShardFolder[]): void {
  const [first] = shards;
  if (first === undefined) throw new MergeError("There is no shard to merge.");
  const { of } = first.info.shard;
  const found = new Map<number, string>();
  for (const { folder, info } of shards) {
    const { number } = info.shard;
    if (info.shard.of !== of) {
      throw new MergeError(
        `${folder} is one of ${info.shard.of} shards, ${first.folder} one of ${of}.`,
      );
    }
    if (info.site !== first.info.site) {
      throw new MergeError(
        `${folder} and ${first.folder} are of different sites: expected the same content, code and settings in all shards.`,
      );
    }
    if ((info.index === undefined) !== (first.info.index === undefined)) {
      throw new MergeError(
        `One of ${folder} and ${first.folder} has a search index and the other has none: build all shards with --no-search, or none.`,
      );
    }
    const other = found.get(number);
    if (other !== undefined)
      throw new MergeError(`${folder} and ${other} are both shard ${number}/${of}.`);
    found.set(number, folder);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((n) => !found.has(n));
  if (missing.length > 0) {
    throw new MergeError(
      `Missing: ${missing.map((number) => `shard ${number}/${of}`).join(", ")}.`,
    );
  }
}

/** The manifest of the whole site, as a build in one piece writes it. */
function joined(shards: readonly ShardFolder[]): Manifest {
  const [first] = shards;
  const rows = shards.flatMap(({ info }) => [...info.manifest.pages]);
  const pages = new Map(rows.map((row) => [keyIn(row), row]));
  const { size } = pages;
  if (size !== rows.length || size !== first?.info.pages) {
    throw new MergeError(
      `The shards have ${size} pages, ${rows.length - size} of them twice: expected ${first?.info.pages ?? 0}.`,
    );
  }
  const { renderer, assets } = first.info.manifest;
  return { renderer, pages: NO_PAGES.updated(pages), assets };
}

/** Copies a shard's pages, looking at each whether it is what the shard's build wrote. */
function copyPages(shard: ShardFolder, out: string): void {
  for (const row of shard.info.manifest.pages)
    copyChecked(shard, fileOf(keyIn(row)), bytesOf(restIn(row)), out);
}

/** Gives how many files the index has; 0 where the shards have none. */
async function mergeIndex(shards: readonly ShardFolder[], out: string): Promise<number> {
  if (shards.some(({ info }) => info.index === undefined)) return 0;
  const parts: Uint8Array[] = [];
  for (const shard of shards) {
    for (const [path, digest] of Object.entries(shard.info.index ?? {})) {
      if (path === PART_FILE) parts.push(readChecked(shard, path, digest));
      else copyChecked(shard, path, digest, out);
    }
  }
  return (await joinIndexParts(parts, join(out, INDEX))).files;
}

function copyChecked(shard: ShardFolder, path: string, digest: string, out: string): void {
  writeWhole(join(out, path), readChecked(shard, path, digest), true);
}

/** Throws where a file is not what the shard's build wrote. */
function readChecked({ folder, info }: ShardFolder, path: string, digest: string): Uint8Array {
  const file = join(folder, path);
  const bytes = ifThere(() => readFileSync(file));
  if (bytes !== undefined && digestOf(bytes) === digest) return bytes;
  throw new MergeError(
    `${file} is ${bytes === undefined ? "missing" : "not what was built"}: build shard ${info.shard.number}/${info.shard.of} again, with --force.`,
  );
}
