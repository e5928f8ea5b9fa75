import type { Common } from "./common.ts";
import { concealedWord, type ConcealedWord, type PhraseNumbers } from "./concealed.ts";
import { stemOf } from "./stem.ts";
import { chunkOf } from "./words.ts";

/** A word as it is known to a thread that indexes pages. */
export interface KnownWord {
  readonly text: string;
  /** Number of its stem. */
  readonly stem: number;
  /** So common that only titles need it in the index. */
  readonly common: boolean;
  /** How many pages have it, and the last that does. */
  pages: number;
  page: number;
  /** How often that page's text has it. */
  times: number;
}

/** A chunk of text (see `words.ts`) with what is known of its words. */
export interface KnownChunk {
  readonly raw: string;
  readonly words: readonly KnownWord[];
  readonly plain: boolean;
  /** As it is written where it is not to be indexed. */
  readonly concealed: ConcealedWord;
}

/** Chunks that are remembered: of most texts all but one in sixteen. */
const MOST = 100_000;

/** The words of many pages. Each chunk of text is looked up once, and not once for everything that is asked of it. */
export class Lexicon {
  /** By their numbers. */
  readonly stems: string[] = [];
  #numbers = new Map<string, number>();
  #words = new Map<string, KnownWord>();
  #chunks = new Map<string, KnownChunk>();
  #common: ReadonlySet<string>;
  #phrases: PhraseNumbers;
  #page = 0;

  constructor({ words, phrases }: Common) {
    this.#common = words;
    this.#phrases = new Map(phrases.map((phrase, number) => [phrase, number]));
  }

  /** The words that are met from now on are those of another page. */
  nextPage(): void {
    this.#page++;
  }

  /** The page has this word. */
  meet(word: KnownWord): void {
    if (word.page === this.#page) return;
    word.page = this.#page;
    word.pages++;
    word.times = 0;
  }

  chunksOf(text: string): KnownChunk[] {
    const chunks: KnownChunk[] = [];
    for (const raw of text.split(/\s+/)) if (raw !== "") chunks.push(this.#chunkOf(raw));
    return chunks;
  }

  wordsOf(text: string): KnownWord[] {
    return this.chunksOf(text).flatMap(({ words }) => words);
  }

  word(text: string): KnownWord {
    let word = this.#words.get(text);
    if (word === undefined) {
      const stem = this.#numberOf(stemOf(text));
      word = { text, stem, common: this.#common.has(text), pages: 0, page: 0, times: 0 };
      this.#words.set(text, word);
    }
    return word;
  }

  /** In how many pages each word was met since this was last asked. */
  takeCounts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const word of this.#words.values()) {
      if (word.pages > 0) counts.set(word.text, word.pages);
      word.pages = 0;
    }
    return counts;
  }

  #chunkOf(raw: string): KnownChunk {
    let known = this.#chunks.get(raw);
    if (known === undefined) {
      const { words, plain } = chunkOf(raw);
      const concealed = concealedWord(raw, this.#phrases);
      known = { raw, words: words.map((word) => this.word(word)), plain, concealed };
      if (this.#chunks.size >= MOST) this.#chunks.clear();
      this.#chunks.set(raw, known);
    }
    return known;
  }

  #numberOf(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.stems.push(stem) - 1;
      this.#numbers.set(stem, number);
    }
    return number;
  }
}
