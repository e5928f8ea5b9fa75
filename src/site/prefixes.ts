/** The letters that ids begin with, the commonest first: `Q`, `R`. */
export function prefixesOf(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const letters = id.replace(/\d+$/, "");
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([letters]) => letters);
}
