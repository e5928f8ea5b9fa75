import type { Edit } from "../site/edits.ts";
import type { Entry } from "../site/entry.ts";
import { entryAt } from "./entries.ts";
import { readEntry } from "./entry-json.ts";
import type { Known } from "./known.ts";
import type { Scanned } from "./scan.ts";

/**
 * The articles whose entries are not what was known of them; undefined where nothing was. `scanned`: all that are there now, by article;
 * `fresh`: entries that were read, as JSON, by article.
 */
export function editsSince(
  before: Known,
  scanned: ReadonlyMap<string, Scanned>,
  fresh: ReadonlyMap<string, string>,
): Edit[] | undefined {
  if (before.scanned.length === 0) return undefined;
  const gone = new Map<string, Entry>();
  const same = new Set<string>();
  for (const [number, { id, digests }] of before.scanned.entries()) {
    if (digests === undefined) continue;
    const isSame = scanned.get(id)?.digests?.entry === digests.entry;
    if (!isSame) gone.set(id, entryAt(before.entries, number));
    else if (fresh.has(id)) same.add(id);
  }
  const changed = [...fresh].filter(([id]) => !same.has(id));
  const come = new Map(changed.map(([id, json]) => [id, readEntry(json)]));
  const ids = new Set([...gone.keys(), ...come.keys()]);
  return [...ids].map((id) => ({ before: gone.get(id), now: come.get(id) }));
}
