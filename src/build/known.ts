import { readFileSync, rmSync, statSync } from "node:fs";
import { NO_ENTRIES, type EntryStore } from "./entries.ts";
import { ifThere, LENGTH, lengthOf } from "./file-parts.ts";
import { lookAt, type FolderPlace } from "./folders.ts";
import { unfinishedOf, writeBeside } from "./output.ts";
import { columnsOf, scannedIn, type ScanColumns } from "./scan-columns.ts";
import type { Scanned } from "./scan.ts";

/** What was read of a content folder before. */
export interface Known {
  /** Of all entries. */
  digest: string;
  scanned: readonly Scanned[];
  /** By the same numbers. */
  entries: EntryStore;
}

/** It is kept in one file: a head, the columns, the extents of the entries, and the bytes of these. */
interface Head extends Pick<ScanColumns, "others"> {
  /** Of the code that read it. */
  code: string;
  digest: string;
  /** Bytes of the columns and of the extents. */
  lengths: readonly [columns: number, extents: number];
}

/** Where it is kept, and the digest of the code that reads articles: what other code read is not known. */
export interface KnownPlace {
  file: string;
  code: string;
}

/** It is written while the build goes on. */
export function keepKnown({ file, code }: KnownPlace, known: Known): Promise<void> {
  const { digest, scanned, entries } = known;
  dropLeft(file);
  const { text, others } = columnsOf(scanned);
  const { buffer, byteOffset, byteLength } = entries.extents;
  const body = [Buffer.from(text, "latin1"), Buffer.from(buffer, byteOffset, byteLength)] as const;
  const lengths = [body[0].length, body[1].length] as const;
  const head = Buffer.from(JSON.stringify({ code, digest, lengths, others } satisfies Head));
  return writeBeside(file, [Buffer.from(lengthOf(head.length)), head, ...body, ...entries.bytes]);
}

const HOUR = 3_600_000;

/** Takes away what builds that were killed left of it. What is younger may be another one's that is still writing. */
function dropLeft(file: string): void {
  for (const left of unfinishedOf(file)) {
    const found = statSync(left, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > HOUR) rmSync(left, { force: true });
  }
}

/** Nothing where nothing is kept. */
export function readKnown({ file, code }: KnownPlace): Known {
  const bytes = ifThere(() => readFileSync(file));
  if (bytes === undefined) return NOTHING;
  const columnsAt = LENGTH + Number(bytes.toString("latin1", 0, LENGTH));
  const head = JSON.parse(bytes.toString("utf8", LENGTH, columnsAt)) as Head;
  if (head.code !== code) return NOTHING;
  const extentsAt = columnsAt + head.lengths[0];
  const entriesAt = extentsAt + head.lengths[1];
  const text = bytes.toString("latin1", columnsAt, extentsAt);
  // Numbers have to begin at a place that their length divides: a copy does.
  const extents = new Uint32Array(Uint8Array.from(bytes.subarray(extentsAt, entriesAt)).buffer);
  return {
    digest: head.digest,
    scanned: scannedIn({ text, others: head.others }),
    entries: { bytes: [bytes.subarray(entriesAt)], extents },
  };
}

const NOTHING: Known = { digest: "", scanned: [], entries: NO_ENTRIES };

/** What is known of the folders that are as they were, by article; and the folders that have to be read. */
export function compare(
  places: readonly FolderPlace[],
  before: readonly Scanned[],
): { scanned: Map<string, Scanned>; changed: FolderPlace[] } {
  const known = new Map(before.map((was) => [was.id, was]));
  const scanned = new Map<string, Scanned>();
  const changed = places.filter((place) => {
    const was = known.get(place.id);
    if (was === undefined) return true;
    const now = lookAt(place, was);
    if (now === undefined) return false;
    if (now.stamp === "" || now.stamp !== was.stamp) return true;
    scanned.set(place.id, now.folder === was.folder ? was : { ...was, folder: now.folder });
    return false;
  });
  return { scanned, changed };
}
