import { lookAt, type FolderPlace } from "./folders.ts";
import { keep, readKept } from "./kept.ts";
import type { EntriesJson } from "./entries.ts";
import type { Scanned } from "./scan.ts";

/** What was read of a content folder before. It is kept for the next build: the entries, which most edits of a text leave as they are, last. */
export interface Known {
  /** Of all entries. */
  digest: string;
  scanned: readonly Scanned[];
  entries: EntriesJson;
}

interface Head extends Pick<Known, "digest" | "scanned"> {
  /** Of the code that read it. */
  code: string;
}

/** Where it is kept, and the digest of the code that reads articles: what other code read is not known. */
export interface KnownPlace {
  file: string;
  code: string;
}

export function keepKnown({ file, code }: KnownPlace, known: Known): Promise<void> {
  const { entries, ...head } = known;
  return keep<Head>(file, { head: { code, ...head }, tail: entries });
}

export function readKnown({ file, code }: KnownPlace): Known {
  const kept = readKept<Head>(file);
  if (kept?.head.code !== code) return { digest: "", scanned: [], entries: Buffer.of() };
  return { ...kept.head, entries: kept.tail };
}

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
