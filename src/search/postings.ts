import { ARRAY, NEGATIVE, pushHead, TEXT, WHOLE } from "./cbor.ts";
import { PLACE, type Places } from "./stored-words.ts";

/** The lists of Pagefind's index chunks: which pages have a word, and where. */

/** The words of some pages, numbered from 0. Plain data, in few pieces: it is passed from thread to thread. */
export interface WordTable {
  /** In their order, a character for each byte, one a line. */
  words: string;
  /** For each word: its pages, the first and the last of them, and where its bytes end. */
  heads: Uint32Array;
  /** Of each word, its pages: for each its number, counted from the page before (not for the first), and its places. */
  bytes: Uint8Array;
}

const HEAD = 4;

/** Gathers the words of pages, which are added in their order. */
export class WordTableMaker {
  #stems: readonly string[];
  #places: PagedPlaces = [];

  /** `stems`: by the numbers that places have; more may come. */
  constructor(stems: readonly string[]) {
    this.#stems = stems;
  }

  add(page: number, places: Places): void {
    for (let at = 0; at < places.length; at += PLACE)
      this.#places.push(places[at] ?? 0, page, places[at + 1] ?? 0, places[at + 2] ?? 0);
  }

  table(): WordTable {
    const { order, ends } = byStem(this.#places, this.#stems.length);
    const sorted = [...ends.keys()]
      .filter((stem) => ends[stem] !== (ends[stem - 1] ?? 0))
      .map((stem) => ({ word: binary(this.#stems[stem] ?? ""), stem }))
      .sort((a, b) => (a.word < b.word ? -1 : 1));
    const heads = new Uint32Array(sorted.length * HEAD);
    const bytes: number[] = [];
    for (const [at, { stem }] of sorted.entries()) {
      const places = order.subarray(ends[stem - 1] ?? 0, ends[stem]);
      const pages = pushPages(bytes, places, this.#places);
      const [first = 0, last = 0] = [places[0], places.at(-1)].map(
        (place = 0) => this.#places[place + 1],
      );
      heads.set([pages, first, last, bytes.length], at * HEAD);
    }
    return {
      words: sorted.map(({ word }) => word).join("\n"),
      heads,
      bytes: Uint8Array.from(bytes),
    };
  }
}

/** Of each place: the number of its stem, its page, what it is in, its number in the page. */
type PagedPlaces = number[];
const PAGED_PLACE = PLACE + 1;

/** Where places begin, in the order of their stems; and where those of each stem end in that. */
function byStem(places: PagedPlaces, stems: number): { order: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(stems);
  for (let at = 0; at < places.length; at += PAGED_PLACE) change(ends, places[at], 1);
  for (let stem = 1; stem < stems; stem++) change(ends, stem, ends[stem - 1]);
  const next = ends.slice();
  const order = new Uint32Array(places.length / PAGED_PLACE);
  for (let at = places.length - PAGED_PLACE; at >= 0; at -= PAGED_PLACE)
    order[change(next, places[at], -1)] = at;
  return { order, ends };
}

function change(counts: Uint32Array, at = 0, by = 0): number {
  return (counts[at] = (counts[at] ?? 0) + by);
}

/** Writes the pages of one word, whose places begin at `order`; gives how many they are. */
function pushPages(bytes: number[], order: Uint32Array, places: PagedPlaces): number {
  let pages = 0;
  let before = 0;
  for (let from = 0; from < order.length; pages++) {
    const page = places[(order[from] ?? 0) + 1] ?? 0;
    const within: [text: number[], headings: number[], title: number[]] = [[], [], []];
    for (; places[(order[from] ?? 0) + 1] === page && from < order.length; from++) {
      const start = order[from] ?? 0;
      within[places[start + 2] ?? 0]?.push(places[start + 3] ?? 0);
    }
    if (pages > 0) {
      bytes.push(PAGE);
      pushHead(bytes, WHOLE, page - before);
    }
    pushPlaces(bytes, ...within);
    before = page;
  }
  return pages;
}

/** A character for each byte: such texts sort as their bytes do. */
function binary(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString("latin1");
}

/** A word and its entry in the index. */
export interface Word {
  /** With a character for each byte. */
  word: string;
  bytes: Buffer;
}

/** The words of several tables, in their order, each once. `tables` are in the order of their pages; `base` is the number of the first. */
export function* joinTables(
  tables: readonly { table: WordTable; base: number }[],
): Generator<Word> {
  const found = new Map<string, Part[]>();
  for (const { table, base } of tables) {
    const words = table.words === "" ? [] : table.words.split("\n");
    for (const [at, word] of words.entries()) {
      const part = { table, base, at };
      const parts = found.get(word);
      if (parts === undefined) found.set(word, [part]);
      else parts.push(part);
    }
  }
  for (const word of [...found.keys()].sort((a, b) => (a < b ? -1 : 1)))
    yield { word, bytes: entryOf(word, found.get(word) ?? []) };
}

/** A word's place in a table. */
interface Part {
  table: WordTable;
  base: number;
  at: number;
}

/** A word, its pages, and (never any, for accents are taken off before) other ways of writing it. */
function entryOf(word: string, parts: readonly Part[]): Buffer {
  const start: number[] = [];
  pushHead(start, ARRAY, 3);
  pushHead(start, TEXT, word.length);
  const pieces: Uint8Array[] = [Buffer.from(start), Buffer.from(word, "latin1")];
  let total = 0;
  let before = 0;
  const lists = parts.flatMap(({ table, base, at }) => {
    const [pages = 0, first = 0, last = 0, end = 0] = table.heads.subarray(
      at * HEAD,
      (at + 1) * HEAD,
    );
    const from = at === 0 ? 0 : (table.heads[at * HEAD - 1] ?? 0);
    const head = [PAGE];
    pushHead(head, WHOLE, base + first - before);
    total += pages;
    before = base + last;
    return [Buffer.from(head), table.bytes.subarray(from, end)];
  });
  const count: number[] = [];
  pushHead(count, ARRAY, total);
  pieces.push(Buffer.from(count), ...lists, NO_FORMS);
  return Buffer.concat(pieces);
}

/** An array of three items: number, places in the text, places in fields. */
const PAGE = (ARRAY << 5) | 3;
const NO_FORMS = Buffer.of(ARRAY << 5);

/** Pagefind writes a change of weight as a negative number before the places that have it; these are its weights of text and of `h3`. */
const WEIGHT_TEXT = 24;
const WEIGHT_HEADING = 120;
/** The title's number among a page's fields, which are in the order of their names: info, title. */
const TITLE_FIELD = 1;

function pushPlaces(
  bytes: number[],
  text: readonly number[],
  headings: readonly number[],
  title: readonly number[],
): void {
  const items = (list: readonly number[]) => (list.length === 0 ? 0 : list.length + 1);
  pushHead(bytes, ARRAY, items(text) + items(headings));
  pushList(bytes, WEIGHT_TEXT, text);
  pushList(bytes, WEIGHT_HEADING, headings);
  pushHead(bytes, ARRAY, items(title));
  pushList(bytes, TITLE_FIELD, title);
}

/** A mark, and places counted each from the one before. */
function pushList(bytes: number[], mark: number, places: readonly number[]): void {
  if (places.length === 0) return;
  pushHead(bytes, NEGATIVE, mark);
  let before = 0;
  for (const place of places) {
    pushHead(bytes, WHOLE, place - before);
    before = place;
  }
}
