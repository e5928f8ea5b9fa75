import { comparePaths } from "../article/id.ts";
import { isAsSeen, lookAt, type FolderPlace } from "./folders.ts";
import { keyIn } from "./rows.ts";
import { seenIn } from "./scan-rows.ts";
import type { ScannedFolders } from "./scanned-folders.ts";
import type { Scanned } from "./scan.ts";

/** What a look at all folders shows. */
export interface FolderChanges {
  /** What is known, without reading, of folders that are not as they were; undefined of those that hold no article any more. */
  anew: Map<string, Scanned | undefined>;
  /** The folders that have to be read. */
  changed: FolderPlace[];
}

/** Looks at all folders, which are in the order of their paths, and compares them with what was read before. */
export function lookAtFolders(
  places: readonly FolderPlace[],
  before: ScannedFolders,
): FolderChanges {
  const changes: FolderChanges = { anew: new Map(), changed: [] };
  const rows = before.table[Symbol.iterator]();
  let row = rows.next().value;
  const skipTo = (isThere: (id: string) => boolean) => {
    for (; row !== undefined && !isThere(keyIn(row)); row = rows.next().value)
      changes.anew.set(keyIn(row), undefined);
  };
  for (const place of places) {
    const { id } = place;
    if (!row?.startsWith(`${id},`)) skipTo((known) => comparePaths(known, id) >= 0);
    if (!row?.startsWith(`${id},`)) changes.changed.push(place);
    else {
      if (!isAsSeen(place, seenIn(row))) compare(place, before, changes);
      row = rows.next().value;
    }
  }
  skipTo(() => false);
  return changes;
}

/** A folder that is not as it was, or may not be. */
function compare(place: FolderPlace, before: ScannedFolders, { anew, changed }: FolderChanges) {
  const was = before.get(place.id);
  const now = lookAt(place, was);
  anew.set(place.id, undefined);
  if (was === undefined || now === undefined) return;
  if (now.stamp === "" || now.stamp !== was.stamp) changed.push(place);
  else anew.set(place.id, { ...was, folder: now.folder });
}
