import { comparePaths } from "../article/id.ts";
import type { Entry } from "./entry.ts";

/** Entries by number, counted from 0. An array is such; those of a large archive can be read as they are asked for. */
export interface Entries extends Iterable<Entry> {
  readonly length: number;
  at(number: number): Entry | undefined;
}

/** Entries, and the place of each among them. */
export interface Numbered {
  entries: Entries;
  ids: readonly string[];
  /** By an article's id; undefined where there is no such article. */
  numberOf: (id: string) => number | undefined;
  has: (id: string) => boolean;
}

/** Some articles as they are after an edit, by their numbers. */
export type Edited = ReadonlyMap<number, Entry>;

export function numbered(entries: readonly Entry[]): Numbered {
  const ids = entries.map(({ id }) => id);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { entries, ids, numberOf: (id) => numbers.get(id), has: (id) => numbers.has(id) };
}

/** The ids of articles by number, and their numbers in the order of their paths: few are found in these sooner than all are made ready to be found. */
export interface SortedIds {
  ids: readonly string[];
  sorted: Uint32Array;
}

/** The same of entries that are read as they are asked for. */
export function numberedLater({ ids, sorted }: SortedIds, read: (id: string) => Entry): Numbered {
  const numberOf = (id: string) => {
    const number = sorted[placeOf(id, { ids, sorted })];
    return number !== undefined && ids[number] === id ? number : undefined;
  };
  const entries = entriesLater(ids.length, (at) => read(ids[at] ?? ""));
  return { entries, ids, numberOf, has: (id) => numberOf(id) !== undefined };
}

/** The place that an id has or would have. */
function placeOf(id: string, { ids, sorted }: SortedIds): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePaths(ids[sorted[middle] as number] as string, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many entries, each read when it is asked for first. */
function entriesLater(length: number, read: (number: number) => Entry): Entries {
  const known: (Entry | undefined)[] = [];
  const at = (number: number) => (number < length ? (known[number] ??= read(number)) : undefined);
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let number = 0; number < length; number += 1) yield at(number) as Entry;
    },
  };
}

/** Some entries in an order of their own, looked up as they are asked for. */
export function inOrder(entries: Entries, order: ArrayLike<number>): Entries {
  return entriesLater(order.length, (place) => entries.at(order[place] as number) as Entry);
}

/** Those of some numbers. */
export function picked(entries: Entries, numbers: ArrayLike<number>): Entry[] {
  return Array.from(numbers, (number) => entries.at(number) as Entry);
}

export function first(entries: Entries, count: number): Entry[] {
  return picked(
    entries,
    Array.from({ length: Math.min(count, entries.length) }, (_, at) => at),
  );
}
