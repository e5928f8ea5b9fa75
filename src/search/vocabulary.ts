import type { SliceFacts, VocabularyHead } from "./vocabulary-files.ts";

/** Fetches a gzip file under the index's folder and gives its text. */
export type FetchText = (path: string) => Promise<string>;

/** The archive's words: those of its index and those of what changed since, as if they were one. */
export class Vocabulary {
  /** Pages of the index: of what changed since there are too few to matter. */
  readonly pages: number;
  readonly fullText: readonly SliceFacts[];
  readonly synonyms: readonly string[][][];
  readonly phrases: readonly string[];
  /** The commonest words, which are known without fetching, with the number of pages that have them. */
  readonly common: ReadonlyMap<string, number>;
  #sets: readonly WordSet[];
  #titlesOnly: ReadonlySet<string>;

  private constructor(heads: readonly VocabularyHead[], sets: readonly WordSet[]) {
    const [main] = heads;
    this.fullText = heads.flatMap((head) => head.fullText);
    this.pages = sum(main?.fullText.map(({ pages }) => pages) ?? []);
    this.synonyms = main?.synonyms ?? [];
    this.phrases = main?.phrases ?? [];
    const common = Object.entries(main?.common ?? {});
    this.common = new Map(common.map(([word, counts]) => [word, sum(counts)]));
    this.#titlesOnly = new Set(main?.titlesOnly);
    this.#sets = sets;
  }

  /** `folders`: of the index, then of what changed since, under the index's folder. */
  static async open(fetchText: FetchText, folders: readonly string[] = [""]): Promise<Vocabulary> {
    const texts = folders.map((folder) => fetchText(`${folder}words/head.gz`));
    const heads = (await Promise.all(texts)).map((text) => JSON.parse(text) as VocabularyHead);
    const sets = heads.map(
      (head, number) => new WordSet(head, (path) => fetchText(`${folders[number]}${path}`)),
    );
    return new Vocabulary(heads, sets);
  }

  /** Whether a word is indexed in titles alone. */
  inTitlesOnly(word: string): boolean {
    return this.#titlesOnly.has(word);
  }

  /** How many pages have the word; 0 where none has. */
  async count(word: string): Promise<number> {
    return sum(await this.counts(word));
  }

  /** The same for each slice of the full text. */
  async counts(word: string): Promise<readonly number[]> {
    return (await Promise.all(this.#sets.map((set) => set.counts(word)))).flat();
  }

  /** All words with their counts that begin with one of `starts`; at most `most` slices of a set are fetched for it. */
  async near(starts: string[], most: number): Promise<Map<string, number>> {
    const found = await Promise.all(this.#sets.map((set) => set.near(starts, most)));
    const [near = new Map<string, number>(), ...others] = found;
    for (const [word, count] of others.flatMap((other) => [...other])) {
      near.set(word, (near.get(word) ?? 0) + count);
    }
    return near;
  }
}

/** One set of vocabulary files, fetched slice by slice as questions need them. */
class WordSet {
  #head: VocabularyHead;
  #fetchText: FetchText;
  #slices = new Map<number, Promise<Counts>>();

  constructor(head: VocabularyHead, fetchText: FetchText) {
    this.#head = head;
    this.#fetchText = fetchText;
  }

  async counts(word: string): Promise<readonly number[]> {
    if (Object.hasOwn(this.#head.common, word)) return this.#head.common[word] ?? [];
    const counts = (await this.#slice(this.#sliceOf(word))).get(word);
    return counts ?? this.#head.fullText.map(() => 0);
  }

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
