import type { Entry } from "./entry.ts";

/** The letters that the site's ids begin with, the commonest first: `Q`, `R`. */
export function prefixesOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of entries) {
    const letters = id.replace(/\d+$/, "");
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([letters]) => letters);
}
