import type { Entry } from "../entry.ts";
import { byId } from "../facets.ts";
import { picked, type Numbered } from "../numbered.ts";
import { finderIn, listsWith, type Lists } from "./lists.ts";

/** Finds the articles whose texts mention one, by number. */
export function referrersIn(
  { entries, numberOf }: Numbered,
  mentions: Lists,
): (entry: Entry) => readonly Entry[] {
  const referrers = finderIn(listsWith(mentions, entries.length));
  return ({ id }) => {
    const number = numberOf(id);
    return number === undefined ? [] : picked(entries, referrers(number)).sort(byId);
  };
}
