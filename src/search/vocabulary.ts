import type { VocabularyHead } from "./vocabulary-files.ts";

/** Fetches a gzip file under the index's folder and gives its text. */
export type FetchText = (path: string) => Promise<string>;

/** The archive's words, fetched slice by slice as questions need them. */
export class Vocabulary {
  readonly pages: number;
  readonly synonyms: readonly string[][][];
  readonly phrases: readonly string[];
  #head: VocabularyHead;
  #titlesOnly: ReadonlySet<string>;
  #fetchText: FetchText;
  #slices = new Map<number, Promise<Map<string, number>>>();

  constructor(head: VocabularyHead, fetchText: FetchText) {
    this.pages = head.pages;
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
    if (Object.hasOwn(this.#head.common, word)) return this.#head.common[word] ?? 0;
    return (await this.#slice(this.#sliceOf(word))).get(word) ?? 0;
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
    return new Map([...all].filter(([word]) => starts.some((start) => word.startsWith(start))));
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

  #slice(number: number): Promise<Map<string, number>> {
    if (number < 0 || number >= this.#head.slices.length)
      return Promise.resolve(new Map<string, number>());
    const kept = this.#slices.get(number);
    if (kept) return kept;
    const slice = this.#fetchText(`words/${number}.gz`).then(readSlice);
    this.#slices.set(number, slice);
    slice.catch(() => this.#slices.delete(number));
    return slice;
  }
}

function readSlice(text: string): Map<string, number> {
  return new Map(
    text.split("\n").map((line) => {
      const space = line.lastIndexOf(" ");
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}
