import { concealWords, hideBehind, MARK_MAX } from "./concealed.ts";
import type { KnownChunk, KnownWord } from "./lexicon.ts";

/** What a place is in. */
export const [IN_TEXT, IN_HEADING, IN_TITLE] = [0, 1, 2];

/** Where a page has its words: of each place the number of the word's stem, what the place is in, and its number in Pagefind's count of the words that it keeps. */
export type Places = number[];
export const PLACE = 3;

/** The words that Pagefind keeps of a text, one after another, with the index words among them. */
export class StoredWords {
  #words: string[] = [];
  #places: Places;

  /** Places of index words are added to `places`. */
  constructor(places: Places) {
    this.#places = places;
  }

  get length(): number {
    return this.#words.length;
  }

  /** What is kept from the `from`th word on. */
  text(from = 0): string {
    return this.#words.slice(from).join(" ");
  }

  /** Words to be shown and not indexed. */
  addConcealed(chunks: readonly KnownChunk[]): void {
    if (chunks.length > 0) this.#words.push(concealWords(chunks.map((chunk) => chunk.concealed)));
  }

  /** A text that is an index word but for signs and capitals. */
  addShown(shown: string, word: KnownWord, place: number): void {
    this.#places.push(word.stem, place, this.#words.length);
    this.#words.push(shown);
  }

  /** A text to be shown (may be empty) and the words to be indexed for it. */
  addHidden(shown: string, words: readonly KnownWord[], place: number): void {
    const indexed = words.slice(0, MARK_MAX);
    this.#words.push(hideBehind(shown, indexed.length));
    for (const word of indexed) this.addShown(word.text, word, place);
  }
}
