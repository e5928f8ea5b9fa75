import porter2 from "wink-porter2-stemmer";

/**
 * The stem under which Pagefind indexes a word: it uses the same algorithm (Porter's second, for English). The library keeps
 * a mark of its own in the place of threes, so numbers with one stay as they are.
 */
export function stemOf(word: string): string {
  return word.includes("3") ? word : porter2(word);
}
