import type { Entry } from "../site/entry.ts";
import type { Scanned } from "./scan.ts";

/**
 * Entries of all articles: of those that were read again, what was read; of the rest, what was known. They are kept as JSON, with `BETWEEN`
 * between two, in the order of the articles that are readable.
 */
export interface Known {
  scanned: readonly Scanned[];
  /** As JSON. */
  entries: Buffer;
}

export interface FreshEntry {
  json: string;
  entry: Entry;
}

interface Sources {
  /** By article. */
  fresh: ReadonlyMap<string, FreshEntry>;
  before: Known;
}

const BETWEEN = ",\n";

export function entriesOf(
  scanned: readonly Scanned[],
  { fresh, before }: Sources,
): readonly Entry[] {
  const known = JSON.parse(`[${before.entries.toString()}]`) as Entry[];
  return taken(scanned, before, (id) => fresh.get(id)?.entry, known);
}

export function joinedEntries(scanned: readonly Scanned[], { fresh, before }: Sources): Buffer {
  const known = before.entries.toString().split(BETWEEN);
  return Buffer.from(taken(scanned, before, (id) => fresh.get(id)?.json, known).join(BETWEEN));
}

/** What is fresh or, where nothing is, known of each article that is readable. */
function taken<T>(
  scanned: readonly Scanned[],
  before: Known,
  freshOf: (id: string) => T | undefined,
  known: readonly T[],
): T[] {
  const places = new Map(before.scanned.filter(isRead).map(({ id }, place) => [id, place]));
  return scanned
    .filter(isRead)
    .flatMap(({ id }) => freshOf(id) ?? known[places.get(id) ?? -1] ?? []);
}

function isRead({ digests }: Scanned): boolean {
  return digests !== undefined;
}
