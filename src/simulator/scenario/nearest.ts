/** The name that was probably meant: the nearest by edits, if it is near enough; "" or ` Did you mean "x"?`. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const ranked = Array.from(names, (candidate) => ({ candidate, edits: edits(name, candidate) }));
  const [best] = ranked.sort((a, b) => a.edits - b.edits);
  return best && best.edits < name.length && best.edits <= Math.max(1, Math.floor(name.length / 3))
    ? ` Did you mean "${best.candidate}"?`
    : "";
}

/** Levenshtein's distance, letter case aside. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  Array.from(a.toLowerCase()).forEach((letter, i) => {
    const next = [i + 1];
    Array.from(b.toLowerCase()).forEach((other, j) => {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
