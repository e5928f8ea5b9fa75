import { BETWEEN } from "./entry-json.ts";
import { keyIn, type Row } from "./rows.ts";
import { entryDigestIn, extrasOf, rowOf, scannedIn, type Extras } from "./scan-rows.ts";
import type { Scan } from "./scan.ts";

/**
 * What a thread has read of some folders that lie together: as texts, for an archive's objects would take more time and memory than anything else
 * that the main thread does while it reads.
 */
export interface ScanAnswer {
  /** How many hold a file of an article. */
  count: number;
  /** The rows of these, in their order, with line breaks between. No entry has its place yet. */
  rows: string;
  /** Entries of those that are articles, in their order: see `readEntryList`. */
  entries: string;
  /** See `FolderNotes`. */
  extras: Readonly<Record<string, Extras>>;
}

export function answerOf(scans: readonly Scan[]): ScanAnswer {
  const extras: Record<string, Extras> = {};
  for (const { scanned } of scans) {
    const own = extrasOf(scanned);
    if (own !== undefined) extras[scanned.id] = own;
  }
  return {
    count: scans.length,
    rows: scans.map(({ scanned }) => rowOf(scanned)).join("\n"),
    entries: scans.flatMap(({ entry }) => entry ?? []).join(BETWEEN),
    extras,
  };
}

/** What was read, folder by folder. */
export function scansIn(answer: ScanAnswer): Omit<Scan, "content">[] {
  return rowsWithEntries(answer).map(({ row, entry }) => {
    const scanned = scannedIn(row, answer.extras[keyIn(row)]);
    return { scanned, ...(entry !== undefined && { entry }) };
  });
}

/** Each row, with the entry of its article as JSON. */
export function rowsWithEntries({
  rows,
  entries,
}: ScanAnswer): { row: Row; entry: string | undefined }[] {
  const left = entries.split(BETWEEN).values();
  const all = rows === "" ? [] : rows.split("\n");
  return all.map((row) => ({
    row,
    entry: entryDigestIn(row) === "" ? undefined : left.next().value,
  }));
}
