import type { Entry } from "../site/entry.ts";
import { readEntry, readEntryList } from "./entry-json.ts";

/**
 * The entries of all articles as they are kept: each as JSON, by number. Those that stay as they are need not be read to be kept again, nor
 * moved: what no entry lies in is left of those that were edited.
 */
export interface EntryStore {
  /** Parts of one run of bytes. */
  bytes: readonly Uint8Array[];
  /** Of each entry, where it lies in that run and how long it is; a length of 0 where there is none. */
  extents: Uint32Array;
}

export const NO_ENTRIES: EntryStore = { bytes: [], extents: new Uint32Array() };

/** Between two entries that are stored together; read as JSON, they are one list then. */
const BETWEEN = Buffer.from(",");

/** Entries as JSON, or as the numbers that they have in a store of before; undefined where there is none. */
export function storeEntries(
  entries: readonly (string | number | undefined)[],
  before: EntryStore = NO_ENTRIES,
): EntryStore {
  const extents = new Uint32Array(2 * entries.length);
  const fresh: string[] = [];
  let end = sizeOf(before);
  for (const [number, entry] of entries.entries()) {
    if (typeof entry === "number") extents.set(extentOf(before, entry), 2 * number);
    if (typeof entry !== "string") continue;
    fresh.push(entry);
    const length = Buffer.byteLength(entry);
    extents.set([end, length], 2 * number);
    end += length + BETWEEN.length;
  }
  const added = Buffer.from(fresh.join(BETWEEN.toString()));
  const store = { bytes: [...before.bytes, added], extents };
  return isDense(store) ? store : storedAnew(store);
}

/** Whether most of what is stored is entries. */
function isDense(store: EntryStore): boolean {
  let used = 0;
  for (let at = 1; at < store.extents.length; at += 2) used += store.extents[at] ?? 0;
  return used >= sizeOf(store) / 2;
}

function storedAnew(store: EntryStore): EntryStore {
  return storeEntries(numbersIn(store).map((number) => jsonAt(store, number) || undefined));
}

function sizeOf({ bytes }: EntryStore): number {
  return bytes.reduce((sum, { length }) => sum + length, 0);
}

function numbersIn({ extents }: EntryStore): number[] {
  return Array.from({ length: extents.length / 2 }, (_, number) => number);
}

/** Throws where there is none. */
export function entryAt(store: EntryStore, number: number): Entry {
  return readEntry(jsonAt(store, number));
}

export function readEntries(store: EntryStore): Entry[] {
  return readEntryList(textOf(entriesJson(store)));
}

/** All entries of a store as JSON, with commas between. */
export function entriesJson(store: EntryStore): Uint8Array {
  const runs = runsIn(store);
  if (runs.length === 1 && runs[0] !== undefined) return runs[0];
  return Buffer.concat(runs.flatMap((run, at) => (at === 0 ? [run] : [BETWEEN, run])));
}

/** Entries that lie together, in their order. */
function runsIn(store: EntryStore): Uint8Array[] {
  const runs: [start: number, end: number][] = [];
  for (const number of numbersIn(store)) {
    const [start, length] = extentOf(store, number);
    const last = runs.at(-1);
    if (length === 0) continue;
    if (last !== undefined && last[1] + BETWEEN.length === start) last[1] = start + length;
    else runs.push([start, start + length]);
  }
  return runs.map(([start, end]) => bytesAt(store, start, end));
}

function jsonAt(store: EntryStore, number: number): string {
  const [start, length] = extentOf(store, number);
  return textOf(bytesAt(store, start, start + length));
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}

function extentOf({ extents }: EntryStore, number: number): [start: number, length: number] {
  return [extents[2 * number] ?? 0, extents[2 * number + 1] ?? 0];
}

/** What lies in one part. */
function bytesAt({ bytes }: EntryStore, start: number, end: number): Uint8Array {
  let before = 0;
  for (const part of bytes) {
    if (start < before + part.length) return part.subarray(start - before, end - before);
    before += part.length;
  }
  return Buffer.of();
}
