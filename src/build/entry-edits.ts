import type { Edit } from "../site/edits.ts";
import { readSome } from "./entries.ts";
import { readEntry } from "./entry-json.ts";
import type { Known } from "./known.ts";
import { isRead, type Scanned } from "./scan.ts";

/** The articles whose entries are not what was known of them; undefined where nothing was. `fresh`: entries that were read, as JSON, by article. */
export function editsSince(
  before: Known,
  scanned: readonly Scanned[],
  fresh: ReadonlyMap<string, string>,
): Edit[] | undefined {
  if (before.scanned.length === 0) return undefined;
  const known = before.scanned.filter(isRead);
  const [then, now] = [digestsOf(known), digestsOf(scanned)];
  const hasChanged = (id: string) => then.get(id) !== now.get(id);
  const numbers = known.flatMap(({ id }, number) => (hasChanged(id) ? number : []));
  const gone = new Map(readSome(before.entries, numbers).map((entry) => [entry.id, entry]));
  const changed = [...fresh].filter(([id]) => hasChanged(id));
  const come = new Map(changed.map(([id, json]) => [id, readEntry(json)]));
  const ids = new Set([...gone.keys(), ...come.keys()]);
  return [...ids].map((id) => ({ before: gone.get(id), now: come.get(id) }));
}

function digestsOf(scanned: readonly Scanned[]): Map<string, string | undefined> {
  return new Map(scanned.map(({ id, digests }) => [id, digests?.entry]));
}
