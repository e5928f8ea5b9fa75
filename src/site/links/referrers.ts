import type { Entry } from "../entry.ts";
import { byId } from "../facets.ts";
import type { Numbered } from "../numbered.ts";

/** Finds the articles whose texts mention one, by number. */
export function referrersIn({ entries, has }: Numbered): (entry: Entry) => readonly Entry[] {
  const referrers = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const id of entry.mentions) {
      if (!has(id)) continue;
      const known = referrers.get(id);
      if (known === undefined) referrers.set(id, [entry]);
      else known.push(entry);
    }
  }
  for (const list of referrers.values()) list.sort(byId);
  return ({ id }) => referrers.get(id) ?? [];
}
