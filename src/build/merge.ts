import { constants, copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildSearchIndex } from "../search/build.ts";
import { bytesOf } from "./changes.ts";
import { digestOf } from "./digest.ts";
import { BuildState, manifestOf, NOTHING_KNOWN, SEAL, type Manifest } from "./manifest.ts";
import { filesIn, fileOf, removeFiles } from "./output.ts";
import { readShardInfo, SHARD_FILE, type ShardInfo } from "./shards.ts";

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
 * Puts the shards of a site together in `out` and indexes their pages; it then holds the same bytes as a build in one piece. Throws `MergeError` where a
 * shard is missing, given twice, of another site, or damaged; then `out` is no site.
 */
export async function mergeShards(folders: readonly string[], out: string): Promise<Merged> {
  const shards = await Promise.all(folders.map(readShard));
  checkShards(shards);
  await mkdir(out, { recursive: true });
  const left = await filesIn(out);
  const state = new BuildState(out);
  state.begin([], NOTHING_KNOWN);
  const manifest = joined(shards);
  for (const shard of shards) await copyPages(shard, out);
  const files = await copyRest(shards, out);
  const wanted = new Set([...[...manifest.pages.keys()].map(fileOf), ...files, SEAL]);
  await removeFiles(
    out,
    left.filter((path) => !wanted.has(path)),
  );
  const index = await buildSearchIndex({ outDir: out });
  await state.finish(manifest);
  return { pages: manifest.pages.size, files: wanted.size + index.files };
}

async function readShard(folder: string): Promise<ShardFolder> {
  const info = await readShardInfo(folder);
  if (info === undefined) {
    throw new MergeError(
      `${folder} is no shard: expected a folder that "kb build --shard" has built.`,
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
  const pages = shards.flatMap(({ info }) => [...info.manifest.pages]);
  const { size } = new Set(pages.map(([address]) => address));
  if (size !== pages.length || size !== first?.info.pages) {
    throw new MergeError(
      `The shards have ${size} pages, ${pages.length - size} of them twice: expected ${first?.info.pages ?? 0}.`,
    );
  }
  const { renderer, assets } = first.info.manifest;
  return manifestOf(renderer, pages, assets);
}

/** Copies a shard's pages, looking at each whether it is what the shard's build wrote. */
async function copyPages({ folder, info }: ShardFolder, out: string): Promise<void> {
  for (const [address, record] of info.manifest.pages) {
    const file = fileOf(address);
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    if (bytes === undefined || digestOf(bytes) !== bytesOf(record)) {
      throw new MergeError(
        `${join(folder, file)} is ${bytes === undefined ? "missing" : "not what was built"}: build shard ${info.shard.number}/${info.shard.of} again.`,
      );
    }
    await copyWhole(join(folder, file), join(out, file));
  }
}

/** Copies what is no page: scripts and styles, which every shard has. */
async function copyRest(shards: readonly ShardFolder[], out: string): Promise<string[]> {
  const copied = new Set<string>();
  for (const { folder, info } of shards) {
    const pages = new Set([...info.manifest.pages.keys()].map(fileOf));
    const own = new Set([SEAL, SHARD_FILE]);
    for (const file of await filesIn(folder)) {
      if (pages.has(file) || own.has(file) || copied.has(file)) continue;
      await copyWhole(join(folder, file), join(out, file));
      copied.add(file);
    }
  }
  return [...copied];
}

async function copyWhole(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
