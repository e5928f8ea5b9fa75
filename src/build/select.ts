import type { Entry } from "../site/entry.ts";

/** Which articles a site is to have. */
export type Selection = (entry: Entry) => boolean;

/**
 * The selection that words of the command line name, each a product's name or a range of ids such as `Q100000-Q199999`; an article is in it
 * where one of them names it.
 */
export function selectionOf(words: readonly string[]): Selection {
  if (words.length === 0) return () => true;
  const tests = words.map((word) => rangeOf(word) ?? productOf(word));
  return (entry) => tests.some((test) => test(entry));
}

function rangeOf(word: string): Selection | undefined {
  const match = /^([A-Z]+)(\d{1,9})-(?:\1)?(\d{1,9})$/.exec(word);
  if (match === null) return undefined;
  const [, letters = "", from, to] = match;
  return ({ id }) => {
    const number = Number(id.slice(letters.length));
    return id.startsWith(letters) && number >= Number(from) && number <= Number(to);
  };
}

function productOf(word: string): Selection {
  const name = word.toLowerCase();
  return ({ products }) => products.some((product) => product.toLowerCase() === name);
}
