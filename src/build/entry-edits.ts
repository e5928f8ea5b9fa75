import type { Edit } from "../site/edits.ts";
import type { Entry } from "../site/entry.ts";
import { readEntry } from "./entry-json.ts";
import type { Differences, Known } from "./known.ts";

/** The articles whose entries are not what was known of them. */
export function editsSince(before: Known, { anew, fresh }: Differences): Edit[] {
  const gone = new Map<string, Entry>();
  const same = new Set<string>();
  for (const [id, now] of anew) {
    const was = before.folders.get(id);
    if (was?.extent === undefined) continue;
    if (now?.digests?.entry === was.digests?.entry) same.add(id);
    else gone.set(id, readEntry(before.entries.jsonAt(was.extent)));
  }
  const changed = [...fresh].filter(([id]) => !same.has(id));
  const come = new Map(changed.map(([id, json]) => [id, readEntry(json)]));
  const ids = new Set([...gone.keys(), ...come.keys()]);
  return [...ids].map((id) => ({ before: gone.get(id), now: come.get(id) }));
}
