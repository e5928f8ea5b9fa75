import { isArticleId } from "../article/id.ts";
import { openArchive, type Archive } from "../site/archive.ts";
import type { Entry } from "../site/entry.ts";
import { readEntry } from "./entry-json.ts";
import { findFolder, type ContentPlaces } from "./folders.ts";
import { scanFolder } from "./scan.ts";

/**
 * An archive of one article and those that it mentions, read at once: its page lacks what leads from others to it, and nothing of its own.
 * Undefined where it cannot be read, or has a simulator, which would have to be proved.
 */
export function archiveAround(id: string, places: ContentPlaces): Archive | undefined {
  const [entry] = entriesOf([id], places);
  if (entry === undefined || entry.hasSimulator) return undefined;
  const mentioned = entry.mentions.filter((other) => isArticleId(other) && other !== id);
  return openArchive([entry, ...entriesOf(mentioned, places)]);
}

function entriesOf(ids: readonly string[], places: ContentPlaces): Entry[] {
  return ids
    .flatMap((id) => findFolder(places, id) ?? [])
    .flatMap((folder) => scanFolder(places, folder).entry ?? [])
    .map(readEntry);
}
