import { randomUUID } from "node:crypto";
import { fstatSync, openSync, rmSync, statSync } from "node:fs";
import { comparePaths } from "../article/id.ts";
import { digestOf } from "./digest.ts";
import { EntryStore } from "./entries.ts";
import { BETWEEN } from "./entry-json.ts";
import { bytesAt, ifThere, LENGTH, lengthIn, lengthOf, textAt, type Extent } from "./file-parts.ts";
import { unfinishedOf, writeBeside } from "./output.ts";
import { bytesOfRows } from "./rows.ts";
import { rowsWithEntries, scansIn, type ScanAnswer } from "./scan-answers.ts";
import { placedRow } from "./scan-rows.ts";
import type { Scanned } from "./scan.ts";
import { ScannedFolders, type Anew, type FolderNotes } from "./scanned-folders.ts";
import { SortedRows } from "./sorted-rows.ts";

/** What was read of a content folder before. */
export interface Known {
  /** A name for all of it, which nothing else has; empty where nothing is known. */
  state: string;
  /** Of all entries. */
  digest: string;
  folders: ScannedFolders;
  entries: EntryStore;
}

/** It is kept in one file: the entries, the rows of the folders, a head, and the lengths of the last two. */
interface Head extends FolderNotes {
  /** Of the code that read it. */
  code: string;
  state: string;
  digest: string;
}

/** Where it is kept, and the digest of the code that reads articles: what other code read is not known. */
export interface KnownPlace {
  file: string;
  code: string;
}

/** It is written while the build goes on. */
export function keepKnown(
  { file, code }: KnownPlace,
  { state, digest, folders, entries }: Known,
): Promise<void> {
  dropLeft(file);
  const rows = folders.table.parts();
  const head = Buffer.from(
    JSON.stringify({ code, state, digest, ...folders.notes } satisfies Head),
  );
  const lengths = [lengthIn(rows), head.length].map(lengthOf).join("");
  function* parts() {
    yield* entries.parts();
    yield* [...rows, head, Buffer.from(lengths)];
  }
  return writeBeside(file, parts());
}

const HOUR = 3_600_000;

/** Takes away what builds that were killed left of it. What is younger may be another one's that is still writing. */
function dropLeft(file: string): void {
  for (const left of unfinishedOf(file)) {
    const found = statSync(left, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > HOUR) rmSync(left, { force: true });
  }
}

/** Nothing where nothing is kept. Who reads it closes its entries. */
export function readKnown({ file, code }: KnownPlace): Known {
  const kept = ifThere(() => openSync(file, "r"));
  if (kept === undefined) return nothing();
  const end = fstatSync(kept).size - END;
  const lengths = textAt(kept, [end, END]);
  const headAt = end - Number(lengths.slice(LENGTH));
  const rowsAt = headAt - Number(lengths.slice(0, LENGTH));
  const head = JSON.parse(textAt(kept, [headAt, end - headAt])) as Head;
  const entries = new EntryStore(kept, rowsAt);
  if (head.code !== code) {
    entries.close();
    return nothing();
  }
  const table = new SortedRows(comparePaths, bytesAt(kept, [rowsAt, headAt - rowsAt]));
  const { state, digest, ...notes } = head;
  return { state, digest, folders: new ScannedFolders(table, notes), entries };
}

const END = 2 * LENGTH;

function nothing(): Known {
  return { state: "", digest: "", folders: new ScannedFolders(), entries: new EntryStore() };
}

/** What is known when all folders were read for the first time. `answers`: in their order. */
export function knownFirst(answers: readonly ScanAnswer[]): Known {
  const stored = storeFirst(answers);
  return { ...stored, state: randomUUID(), digest: digestOver(stored.folders) };
}

function storeFirst(answers: readonly ScanAnswer[]): Stored {
  const entries = new EntryStore();
  let [articles, used] = [0, 0];
  const parts = answers.map((answer) => {
    let at = entries.addList(answer.entries);
    const rows = rowsWithEntries(answer).map(({ row, entry }) => {
      if (entry === undefined) return row;
      const extent: Extent = [at, Buffer.byteLength(entry)];
      at += extent[1] + BETWEEN.length;
      articles += 1;
      used += extent[1];
      return placedRow(row, extent);
    });
    return bytesOfRows(rows);
  });
  const extras = Object.fromEntries(answers.flatMap((answer) => Object.entries(answer.extras)));
  const table = new SortedRows(comparePaths, Buffer.concat(parts));
  return { folders: new ScannedFolders(table, { extras, articles, used }), entries };
}

/** What differs from what was known. */
export interface Differences {
  anew: Anew;
  /** Entries of articles that were read, as JSON, by article. */
  fresh: ReadonlyMap<string, string>;
}

/** `seen`: what is known anew of folders that were not read. */
export function differencesIn(answers: readonly ScanAnswer[], seen: Anew): Differences {
  const anew = new Map(seen);
  const fresh = new Map<string, string>();
  for (const { scanned, entry } of answers.flatMap(scansIn)) {
    anew.set(scanned.id, scanned);
    if (entry !== undefined) fresh.set(scanned.id, entry);
  }
  return { anew, fresh };
}

/** What is known now; the same as before where nothing differs. */
export function knownAfter(before: Known, differences: Differences): Known {
  const { anew } = differences;
  if (anew.size === 0) return before;
  const stored = store(before, differences);
  return { ...stored, state: randomUUID(), digest: digestOfEntries(stored.folders, before, anew) };
}

/** Entries stay where they lie, unless most of what lies there is no entry any more. */
function store(before: Known, { anew, fresh }: Differences): Stored {
  const entries = before.entries.extended();
  const placed = new Map<string, Scanned | undefined>();
  for (const id of [...anew.keys()].sort(comparePaths)) {
    const json = fresh.get(id);
    const scanned = anew.get(id);
    const extent = json === undefined ? undefined : entries.add(json);
    placed.set(id, scanned && extent ? { ...scanned, extent } : scanned);
  }
  const folders = before.folders.updated(placed);
  return folders.notes.used >= entries.size / 2
    ? { folders, entries }
    : storedAnew(folders, entries);
}

type Stored = Pick<Known, "folders" | "entries">;

function storedAnew(folders: ScannedFolders, entries: EntryStore): Stored {
  const now = new EntryStore();
  const all = folders.all().map(({ extent, ...scanned }): Scanned => {
    return extent === undefined ? scanned : { ...scanned, extent: now.add(entries.jsonAt(extent)) };
  });
  return { folders: ScannedFolders.of(all), entries: now };
}

function digestOfEntries(folders: ScannedFolders, before: Known, anew: Anew): string {
  const isSame = [...anew].every(
    ([id, now]) => now?.digests?.entry === before.folders.get(id)?.digests?.entry,
  );
  return isSame ? before.digest : digestOver(folders);
}

function digestOver(folders: ScannedFolders): string {
  return digestOf(folders.entryDigests().join("\n"));
}
