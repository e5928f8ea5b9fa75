import { arrayHead, cborText, numberHead, type CborReader } from "./cbor.ts";

/** The lists of Pagefind's index chunks: which pages have a word, and where. */

/**
 * Pages that have a word. Each is an array of its number, counted from the page before, and its places. Only the first
 * number is taken out: when two lists become one, the rest of their bytes stay as they are.
 */
export interface Postings {
  pages: number;
  first: number;
  last: number;
  /** Items of the first page's array. */
  items: number;
  /** All after the first page's number. */
  rest: Buffer;
}

/** A word of a chunk: the pages that have it, and those that write it with other accents. */
export interface WordEntry {
  /** As `CborReader.binaryText` gives it. */
  word: string;
  pages: Postings;
  variants: readonly { form: string; pages: Postings }[];
}

/** A word's entry in one slice, and the number of that slice's first page. */
export interface SliceEntry {
  entry: WordEntry;
  base: number;
}

export function readEntry(reader: CborReader): WordEntry {
  reader.array();
  const word = reader.binaryText();
  const pages = readPostings(reader);
  const variants = Array.from({ length: reader.array() }, () => {
    reader.array();
    return { form: reader.binaryText(), pages: readPostings(reader) };
  });
  return { word, pages, variants };
}

function readPostings(reader: CborReader): Postings {
  const pages = reader.array();
  let [first, last, items, start] = [0, 0, 0, reader.at];
  for (let page = 0; page < pages; page++) {
    const ofPage = reader.array();
    const step = reader.number();
    last += step;
    if (page === 0) [first, items, start] = [step, ofPage, reader.at];
    for (let item = 1; item < ofPage; item++) reader.skip();
  }
  return { pages, first, last, items, rest: reader.bytes.subarray(start, reader.at) };
}

/** One entry of what slices have of a word, the slices in the order of their pages. */
export function joinEntries(found: readonly SliceEntry[]): Buffer {
  const word = found[0]?.entry.word ?? "";
  const forms = new Set(found.flatMap(({ entry }) => entry.variants.map(({ form }) => form)));
  const variants = [...forms].sort().flatMap((form) => {
    const lists = found.flatMap(({ entry, base }) =>
      entry.variants
        .filter((variant) => variant.form === form)
        .map(({ pages }) => ({ pages, base })),
    );
    return [arrayHead(2), binaryText(form), ...joinPostings(lists)];
  });
  const lists = found.map(({ entry, base }) => ({ pages: entry.pages, base }));
  return Buffer.concat([
    arrayHead(3),
    binaryText(word),
    ...joinPostings(lists),
    arrayHead(forms.size),
    ...variants,
  ]);
}

function joinPostings(lists: readonly { pages: Postings; base: number }[]): Buffer[] {
  const total = lists.reduce((sum, { pages }) => sum + pages.pages, 0);
  const parts = [arrayHead(total)];
  let before = 0;
  for (const { pages, base } of lists) {
    if (pages.pages === 0) continue;
    parts.push(arrayHead(pages.items), numberHead(base + pages.first - before), pages.rest);
    before = base + pages.last;
  }
  return parts;
}

function binaryText(text: string): Buffer {
  return cborText(Buffer.from(text, "latin1"));
}
