import type { VocabularyHead } from "./vocabulary-files.ts";

/** Fetches a gzip file under the index's folder and gives its text. */
export type FetchText = (path: string) => Promise<string>;

/** The archive's words, fetched slice by slice as questions need them. */
export class Vocabulary {
  readonly pages: number;
  readonly fullTextSlices: number;
  readonly synonyms: readonly string[][][];
  readonly phrases: readonly string[];
  #head: VocabularyHead;
  #titlesOnly: ReadonlySet<string>;
  #fetchText: FetchText;
  #slices = new Map<number, Promise<Counts>>();

  constructor(head: VocabularyHead, fetchText: FetchText) {
    this.pages = head.pages;
    this.fullTextSlices = head.fullTextSlices;
    this.synonyms = head.synonyms;
    this.phrases = head.phrases;
    this.#titlesOnly = new Set(head.titlesOnly);
    this.#head = head;
    this.#fetchText = fetchText;
  }

  static async open(fetchText: FetchText): Promise<Vocabulary> {
    return new Vocabulary(
      JSON.parse(await fetchText("words/head.gz")) as VocabularyHead,
      fetchText,
    );
  }

  /** Whether a word is indexed in titles alone. */
  inTitlesOnly(word: string): boolean {
    return this.#titlesOnly.has(word);
  }

  /** How many pages have the word; 0 where none has. */
  async count(word: string): Promise<number> {
    return sum(await this.counts(word));
  }

  /** The same for each slice of the full text; empty where no page has the word. */
  async counts(word: string): Promise<readonly number[]> {
    if (Object.hasOwn(this.#head.common, word)) return this.#head.common[word] ?? [];
    return (await this.#slice(this.#sliceOf(word))).get(word) ?? [];
  }

  /** All words with their counts that begin with one of `starts`; at most `most` slices are fetched for it. */
  async near(starts: string[], most: number): Promise<Map<string, number>> {
    const numbers = new Set<number>();
    for (const start of starts) {
      for (let n = this.#sliceOf(start); n <= this.#sliceOf(`${start}\uffff`); n++) numbers.add(n);
    }
    const slices = await Promise.all(
      [...numbers].slice(0, most).map((number) => this.#slice(number)),
    );
    const common = Object.entries(this.#head.common);
    const all = new Map([...common, ...slices.flatMap((slice) => [...slice])]);
    const near = [...all].filter(([word]) => starts.some((start) => word.startsWith(start)));
    return new Map(near.map(([word, counts]) => [word, sum(counts)]));
  }

  /** Number of the last slice that begins at or before the word. */
  #sliceOf(word: string): number {
    let [low, high] = [0, this.#head.slices.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#head.slices[middle] ?? "") <= word) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #slice(number: number): Promise<Counts> {
    if (number < 0 || number >= this.#head.slices.length)
      return Promise.resolve(new Map<string, number[]>());
    const kept = this.#slices.get(number);
    if (kept) return kept;
    const slice = this.#fetchText(`words/${number}.gz`).then(readSlice);
    this.#slices.set(number, slice);
    slice.catch(() => this.#slices.delete(number));
    return slice;
  }
}

type Counts = Map<string, number[]>;

function readSlice(text: string): Counts {
  return new Map(
    text.split("\n").map((line) => {
      const [word = "", ...counts] = line.split(" ");
      return [word, counts.map(Number)];
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
