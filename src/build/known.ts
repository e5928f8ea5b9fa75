import { readFileSync, rmSync, statSync } from "node:fs";
import type { EntriesJson } from "./entries.ts";
import { ifThere, LENGTH, lengthOf } from "./file-parts.ts";
import { lookAt, type FolderPlace } from "./folders.ts";
import { unfinishedOf, writeBeside } from "./output.ts";
import type { Scanned } from "./scan.ts";

/** What was read of a content folder before. */
export interface Known {
  /** Of all entries. */
  digest: string;
  scanned: readonly Scanned[];
  entries: EntriesJson;
}

/** It is kept in one file of two parts: a head that every build reads, and the entries, which most edits of a text leave as they are. */
interface Head extends Pick<Known, "digest" | "scanned"> {
  /** Of the code that read it. */
  code: string;
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
  const head = Buffer.from(JSON.stringify({ code, digest, scanned } satisfies Head));
  return writeBeside(file, [Buffer.from(lengthOf(head.length)), head, entries]);
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
  const end = LENGTH + Number(bytes.toString("latin1", 0, LENGTH));
  const { code: reader, ...head } = JSON.parse(bytes.toString("utf8", LENGTH, end)) as Head;
  return reader === code ? { ...head, entries: bytes.subarray(end) } : NOTHING;
}

const NOTHING: Known = { digest: "", scanned: [], entries: Buffer.of() };

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
