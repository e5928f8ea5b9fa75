import type { Entry } from "./entry.ts";

/** Entries, and the place of each among them. */
export interface Numbered {
  entries: readonly Entry[];
  /** By an article's id; undefined where there is no such article. Counts from 0. */
  numberOf: (id: string) => number | undefined;
  has: (id: string) => boolean;
}

export function numbered(entries: readonly Entry[]): Numbered {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]));
  return { entries, numberOf: (id) => numbers.get(id), has: (id) => numbers.has(id) };
}
