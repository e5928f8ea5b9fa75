import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { articleAt } from "../article/id.ts";
import { slicesOf, type Sliced } from "../search/slices.ts";
import type { Planned } from "./changes.ts";
import { digestOf } from "./digest.ts";
import { manifestIn, manifestParts, type Manifest } from "./manifest.ts";
import { writeWhole } from "./output.ts";
import { articlesAt } from "./search.ts";

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

/** How the articles of a site, whose pages these are, are shared out: by slices of the search index, which no shard has only a part of. */
export function archiveOf(pages: readonly { address: string }[]): Sliced {
  return slicesOf(articlesAt(pages.map(({ address }) => address)).sort());
}

export function isOwnSlice(slice: number, { number, of }: Shard): boolean {
  return slice % of === number - 1;
}

/** Tells which pages belong to a shard. Those of an article go by its slice, others by a digest of their address. */
export function membership({ slices }: Sliced, shard: Shard): (address: string) => boolean {
  const sliceOf = new Map(slices.flatMap((ids, slice) => ids.map((id) => [id, slice])));
  return (address) => {
    const slice = sliceOf.get(articleAt(address) ?? "");
    return isOwnSlice(slice ?? sliceAt(address), shard);
  };
}

function sliceAt(address: string): number {
  return createHash("sha256").update(address).digest().readUInt32BE(0);
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
  /** Digests of the files that the shard's part of the search index consists of, by path. Absent where it has none. */
  index?: Record<string, string>;
}

/** With the manifest as a text, and the form in which all of it is written. */
type KeptInfo = Omit<ShardInfo, "manifest"> & { form: number; manifest: string };

/** Counted on whenever what is written down of a shard takes another form. */
const FORM = 2;

/** Tells sites apart: by their code, their pages and what these show. */
export function siteDigest(renderer: string, plan: readonly Planned[]): string {
  const hash = createHash("sha256").update(renderer);
  for (const { address, digest, files } of plan) hash.update(`\n${address} ${digest} ${files}`);
  return digestOf(hash.digest());
}

export function writeShardInfo(folder: string, info: ShardInfo): void {
  const kept: KeptInfo = { ...info, form: FORM, manifest: textOf(info.manifest) };
  writeWhole(join(folder, SHARD_FILE), JSON.stringify(kept));
}

/** Undefined where the folder is no shard, or another version built it. */
export async function readShardInfo(folder: string): Promise<ShardInfo | undefined> {
  const text = await readFile(join(folder, SHARD_FILE), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { form, ...kept } = JSON.parse(text) as KeptInfo;
  return form === FORM ? { ...kept, manifest: manifestIn(Buffer.from(kept.manifest)) } : undefined;
}

function textOf(manifest: Manifest): string {
  return Buffer.concat(manifestParts(manifest)).toString();
}
