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
  return { ...numbersOf(ids), entries };
}

/** The same of entries that are read as they are asked for. */
export function numberedLater(ids: readonly string[], read: (id: string) => Entry): Numbered {
  return { ...numbersOf(ids), entries: entriesLater(ids.length, (at) => read(ids[at] ?? "")) };
}

function numbersOf(ids: readonly string[]): Omit<Numbered, "entries"> {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { ids, numberOf: (id) => numbers.get(id), has: (id) => numbers.has(id) };
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
