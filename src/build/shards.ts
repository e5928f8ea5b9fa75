import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { articleAt, pathOf } from "../article/id.ts";
import type { Planned } from "./changes.ts";
import { digestOf } from "./digest.ts";
import { manifestIn, manifestText, type Manifest } from "./manifest.ts";
import { writeWhole } from "./output.ts";

/** One of the parts in which several machines build a site. */
export interface Shard {
  /** Counts from 1. */
  number: number;
  of: number;
}

/** `2/4`; undefined where the text is no such thing. */
export function parseShard(text: string): Shard | undefined {
  const match = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text);
  if (match === null) return undefined;
  const shard = { number: Number(match[1]), of: Number(match[2]) };
  return shard.number <= shard.of ? shard : undefined;
}

/** Whether a page belongs to a shard. It depends on the page's address alone; all pages of an article are together. */
export function isInShard(address: string, { number, of }: Shard): boolean {
  const id = articleAt(address);
  const page = id === undefined ? address : `${pathOf(id)}/`;
  const hash = createHash("sha256").update(page).digest();
  return hash.readUInt32BE(0) % of === number - 1;
}

/** File in a shard's folder that says what the folder holds; the site has none. */
export const SHARD_FILE = ".kb-shard.json";

/** What a shard's folder holds, and of what site. */
export interface ShardInfo {
  shard: Shard;
  /** Digest of the addresses of all the site's pages, and of what they show. The same in all shards of a site. */
  site: string;
  /** How many pages the site has. */
  pages: number;
  manifest: Manifest;
}

/** With the manifest as a text. */
type KeptInfo = Omit<ShardInfo, "manifest"> & { manifest: string };

/** Tells sites apart: by their code, their pages and what these show. */
export function siteDigest(renderer: string, plan: readonly Planned[]): string {
  const hash = createHash("sha256").update(renderer);
  for (const { address, digest, files } of plan) hash.update(`\n${address} ${digest} ${files}`);
  return digestOf(hash.digest());
}

export function writeShardInfo(folder: string, info: ShardInfo): void {
  const kept: KeptInfo = { ...info, manifest: manifestText(info.manifest) };
  writeWhole(join(folder, SHARD_FILE), JSON.stringify(kept));
}

export async function readShardInfo(folder: string): Promise<ShardInfo | undefined> {
  const text = await readFile(join(folder, SHARD_FILE), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as KeptInfo;
  return { ...kept, manifest: manifestIn(kept.manifest) };
}
