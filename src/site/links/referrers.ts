import type { Entry } from "../entry.ts";
import { byId } from "../facets.ts";
import { picked, type Numbered } from "../numbered.ts";
import { finderIn, type Lists } from "./lists.ts";

/** Finds the articles whose texts mention one, by number. */
export function referrersIn(
  { entries, numberOf }: Numbered,
  mentions: Lists,
): (entry: Entry) => readonly Entry[] {
  const mentionedBy = finderIn(mentions);
  const referrers = new Map<number, number[]>();
  for (let self = 0; self < entries.length; self += 1) {
    for (const other of mentionedBy(self)) {
      const known = referrers.get(other);
      if (known === undefined) referrers.set(other, [self]);
      else known.push(self);
    }
  }
  return ({ id }) => picked(entries, referrers.get(numberOf(id) ?? -1) ?? []).sort(byId);
}
