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

/** Folders that are as they were, by article; and those that have to be read. What is in neither holds no article. */
export interface Compared {
  same: Scanned[];
  changed: FolderPlace[];
}

/** Looks at folders. Of those in `looked`, by article, it is known already what stamp they have now. */
export function compare(
  places: readonly FolderPlace[],
  known: ReadonlyMap<string, Scanned>,
  looked: ReadonlyMap<string, string> = new Map(),
): Compared {
  const same: Scanned[] = [];
  const changed = places.filter((place) => {
    const was = known.get(place.id);
    if (was === undefined) return true;
    const now = looked.get(place.id) === was.stamp ? was : lookAt(place, was);
    if (now === undefined) return false;
    if (now.stamp === "" || now.stamp !== was.stamp) return true;
    same.push(now.folder === was.folder ? was : { ...was, folder: now.folder });
    return false;
  });
  return { same, changed };
}

export function byArticle(scanned: readonly Scanned[]): Map<string, Scanned> {
  return new Map(scanned.map((each) => [each.id, each]));
}
