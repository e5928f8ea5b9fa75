import type { Entry } from "../site/entry.ts";

/** Which articles a site is to have. */
export interface Selection {
  /** Each a product's name or a range of ids such as `Q100000-Q199999`; without any, all articles are selected. */
  words: readonly string[];
  /** Whether one of the words names the article. */
  takes: (entry: Entry) => boolean;
}

/** The selection that words of the command line name. */
export function selectionOf(words: readonly string[]): Selection {
  const tests = words.map((word) => rangeOf(word) ?? productOf(word));
  return { words, takes: (entry) => tests.length === 0 || tests.some((test) => test(entry)) };
}

type Test = (entry: Entry) => boolean;

function rangeOf(word: string): Test | undefined {
  const match = /^([A-Z]+)(\d{1,9})-(?:\1)?(\d{1,9})$/.exec(word);
  if (match === null) return undefined;
  const [, letters = "", from, to] = match;
  return ({ id }) => {
    const number = Number(id.slice(letters.length));
    return id.startsWith(letters) && number >= Number(from) && number <= Number(to);
  };
}

function productOf(word: string): Test {
  const name = word.toLowerCase();
  return ({ products }) => products.some((product) => product.toLowerCase() === name);
}
