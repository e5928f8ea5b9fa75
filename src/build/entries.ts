import type { Entry } from "../site/entry.ts";
import { readEntry, readEntryList } from "./entry-json.ts";

/**
 * The entries of all articles as they are kept, and as threads are given them: each as JSON, with a comma and a line feed between two. So
 * those that stay as they are need not be read to be kept again.
 */
export type EntriesJson = Uint8Array;

const BETWEEN = Buffer.from(",\n");
const LINE_FEED = 10;

/** Entries as JSON, or as the numbers that they have among those of before. */
export function joinEntries(
  entries: readonly (string | number)[],
  before: EntriesJson = Buffer.of(),
): EntriesJson {
  const starts = startsIn(before);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < entries.length;) {
    const end = endOfRun(entries, at);
    const first = entries[at] ?? "";
    if (typeof first === "string") parts.push(Buffer.from(first));
    else
      parts.push(before.subarray(starts[first], (starts[first + end - at] ?? 0) - BETWEEN.length));
    if (end < entries.length) parts.push(BETWEEN);
    at = end;
  }
  return Buffer.concat(parts);
}

/** Where those end that stood together before, as they do now. */
function endOfRun(entries: readonly (string | number)[], at: number): number {
  let end = at + 1;
  for (let last = entries[at]; typeof last === "number" && entries[end] === last + 1; end += 1) {
    last += 1;
  }
  return end;
}

/** Where each begins, and where another one would. */
function startsIn(entries: EntriesJson): number[] {
  const starts = [0];
  for (let at = entries.indexOf(LINE_FEED); at >= 0; at = entries.indexOf(LINE_FEED, at + 1)) {
    starts.push(at + 1);
  }
  starts.push(entries.length + BETWEEN.length);
  return starts;
}

/** The entries that have these numbers. */
export function readSome(entries: EntriesJson, numbers: readonly number[]): Entry[] {
  const starts = startsIn(entries);
  return numbers.map((number) => entryAt(entries, starts, number));
}

function entryAt(entries: EntriesJson, starts: readonly number[], number: number): Entry {
  const end = (starts[number + 1] ?? 0) - BETWEEN.length;
  return readEntry(textOf(entries.subarray(starts[number], end)));
}

/** Reads entries as they are asked for by their articles' ids; `ids`: of all of them. */
export function entryReader(entries: EntriesJson, ids: readonly string[]): (id: string) => Entry {
  const starts = startsIn(entries);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`${id}: no such entry`);
    return entryAt(entries, starts, number);
  };
}

export function readEntries(entries: EntriesJson): Entry[] {
  return readEntryList(textOf(entries));
}

function textOf({ buffer, byteOffset, byteLength }: EntriesJson): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}
