import type { Entry } from "../site/entry.ts";

/**
 * An entry as JSON: an array of what it says, without names, and 0 where it says nothing. Those of an archive are read in two thirds
 * of the time that objects would take.
 */
type Row = [
  id: string,
  title: string,
  modified: string | 0,
  has: number,
  words: string,
  products: List,
  keywords: List,
  issueTypes: List,
  mentions: List,
  references: List,
  events: List,
  codes: List,
  files: List,
];
type List = readonly string[] | 0;

export function entryJson(entry: Entry): string {
  const row: Row = [
    entry.id,
    entry.title,
    entry.modified ?? 0,
    Number(entry.hasSimulator) + 2 * Number(entry.hasSource) + 4 * Number(entry.hasReplay),
    entry.words,
    listOf(entry.products),
    listOf(entry.keywords),
    listOf(entry.issueTypes),
    listOf(entry.mentions),
    listOf(entry.references),
    listOf(entry.events),
    listOf(entry.codes),
    listOf(entry.files),
  ];
  return JSON.stringify(row);
}

function listOf(list: readonly string[]): List {
  return list.length === 0 ? 0 : list;
}

const NONE: readonly string[] = [];

export function readEntry(json: string): Entry {
  return entryIn(JSON.parse(json) as Row);
}

/** Between two entries that lie together. No entry has a line break in it. */
export const BETWEEN = ",\n";

/** Bytes that are read at once: few enough for the memory to be that of all other times. */
const PIECE = 1 << 16;

/** Reads entries with `BETWEEN` between. */
export function readEntryList(json: Uint8Array): Entry[] {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.length);
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf(BETWEEN, at + PIECE);
    const end = next === -1 ? bytes.length : next;
    const rows = JSON.parse(`[${bytes.toString("utf8", at, end)}]`) as Row[];
    for (const row of rows) entries.push(entryIn(row));
    at = end + BETWEEN.length;
  }
  return entries;
}

function entryIn(row: Row): Entry {
  const entry: Entry = {
    id: row[0],
    title: row[1],
    hasSimulator: (row[3] & 1) > 0,
    hasSource: (row[3] & 2) > 0,
    hasReplay: (row[3] & 4) > 0,
    words: row[4],
    products: row[5] || NONE,
    keywords: row[6] || NONE,
    issueTypes: row[7] || NONE,
    mentions: row[8] || NONE,
    references: row[9] || NONE,
    events: row[10] || NONE,
    codes: row[11] || NONE,
    files: row[12] || NONE,
  };
  if (row[2] !== 0) entry.modified = row[2];
  return entry;
}
