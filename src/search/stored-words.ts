import { concealWords, hideBehind, MARK_MAX, type PhraseNumbers } from "./concealed.ts";

/** Where a page has a word, in Pagefind's count of the words that it keeps. */
export interface Places {
  text: number[];
  headings: number[];
  title: number[];
}

/** By the stems under which words are indexed. */
export type PlacesByStem = Map<string, Places>;

/** The words that Pagefind keeps of a text, one after another, with the index words among them. */
export class StoredWords {
  #words: string[] = [];
  #places: PlacesByStem;
  #stemOf: (word: string) => string;

  /** Places of index words are added to `places`. */
  constructor(places: PlacesByStem, stemOf: (word: string) => string) {
    this.#places = places;
    this.#stemOf = stemOf;
  }

  get length(): number {
    return this.#words.length;
  }

  /** What is kept from the `from`th word on. */
  text(from = 0): string {
    return this.#words.slice(from).join(" ");
  }

  /** Words to be shown and not indexed. */
  addConcealed(words: readonly string[], phrases: PhraseNumbers): void {
    if (words.length > 0) this.#words.push(concealWords(words, phrases));
  }

  /** A text that is an index word but for signs and capitals. */
  addShown(shown: string, word: string, kind: keyof Places): void {
    this.#addPlace(word, kind);
    this.#words.push(shown);
  }

  /** A text to be shown (may be empty) and the words to be indexed for it. */
  addHidden(shown: string, words: readonly string[], kind: keyof Places): void {
    const indexed = words.slice(0, MARK_MAX);
    this.#words.push(hideBehind(shown, indexed.length));
    for (const word of indexed) this.addShown(word, word, kind);
  }

  #addPlace(word: string, kind: keyof Places): void {
    const stem = this.#stemOf(word);
    let places = this.#places.get(stem);
    if (places === undefined) {
      places = { text: [], headings: [], title: [] };
      this.#places.set(stem, places);
    }
    places[kind].push(this.#words.length);
  }
}
