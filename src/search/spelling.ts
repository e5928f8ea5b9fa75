/** Finding the words of the archive that a mistyped word may stand for. Pure; the words come from the vocabulary. */

/** A word of the archive near a mistyped one. */
export interface Suggestion {
  word: string;
  /** Pages that have it. */
  count: number;
  distance: number;
}

/** Mistakes allowed in a word: none in short ones, where everything is near everything. */
export function mistakesAllowed(word: string): number {
  if (word.length < 4 || /[^\p{L}]/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The nearest words, of equally near ones the commonest first. Words of fewer than `least` pages are left out. */
export function suggestions(
  word: string,
  vocabulary: ReadonlyMap<string, number>,
  least: number,
  most = mistakesAllowed(word),
): Suggestion[] {
  const near: Suggestion[] = [];
  for (const [other, count] of vocabulary) {
    if (count < least || Math.abs(other.length - word.length) > most || /\d/.test(other)) continue;
    const distance = editDistance(word, other, most);
    if (distance > 0 && distance <= most) near.push({ word: other, count, distance });
  }
  return near.sort(byLikelihood);
}

/** The nearer first, then the commoner. */
export function byLikelihood(a: Suggestion, b: Suggestion): number {
  return a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1);
}

/**
 * Letters to insert, drop, change or swap with their neighbour to make one word the other (Damerau and Levenshtein's distance, no
 * part edited twice). Gives `most + 1` as soon as it is sure to be more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      row[j] = Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Beginnings under which the vocabulary may hold what was meant: the likeliest first. */
export function beginnings(word: string): string[][] {
  const [a = "", b = "", c = ""] = word;
  return [[word.slice(0, 3)], [...new Set([a + b, b + a, a + c])]];
}

/** The ways to read a word as two that were typed without a space between them. */
export function halves(word: string): [left: string, right: string][] {
  return Array.from({ length: Math.max(0, word.length - 5) }, (_, index) => [
    word.slice(0, index + 3),
    word.slice(index + 3),
  ]);
}
