import { sortKey } from "./facets.ts";
import type { ValueRow } from "./models/rows.ts";

/** Values under the letter that they begin with. */
export interface Initial {
  initial: string;
  id: string;
  values: ValueRow[];
}

/** Lists up to this long need no letters. */
const SHORT = 60;

/** Long lists by initial letter, digits and signs together first; a short list in one piece. */
export function byInitial(values: readonly ValueRow[]): Initial[] {
  if (values.length <= SHORT) return [{ initial: "", id: "all", values: [...values] }];
  const groups = new Map<string, ValueRow[]>();
  for (const value of values) {
    const letter = sortKey(value).charAt(0).toUpperCase();
    const initial = /\p{L}/u.test(letter) ? letter : "0–9";
    groups.set(initial, [...(groups.get(initial) ?? []), value]);
  }
  return [...groups].map(([initial, group]) => ({
    initial,
    id: initial === "0–9" ? "digits" : `letter-${initial.toLowerCase()}`,
    values: group,
  }));
}
