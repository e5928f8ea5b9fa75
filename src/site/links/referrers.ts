import type { Entry } from "../entry.ts";
import { byId } from "../facets.ts";

/** Finds the articles whose texts mention one, by number. */
export function referrersIn(entries: readonly Entry[]): (entry: Entry) => readonly Entry[] {
  const here = new Set(entries.map(({ id }) => id));
  const referrers = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const id of entry.mentions) {
      if (!here.has(id)) continue;
      const known = referrers.get(id);
      if (known === undefined) referrers.set(id, [entry]);
      else known.push(entry);
    }
  }
  for (const list of referrers.values()) list.sort(byId);
  return ({ id }) => referrers.get(id) ?? [];
}
