import { stemOf } from "./stem.ts";
import type { VocabularyHead, WordCounts } from "./vocabulary-files.ts";

/** Fetches a gzip file under the index's folder and gives its text. */
export type FetchText = (path: string) => Promise<string>;

/** The archive's words: those of its index and those of what changed since, as if they were one. */
export class Vocabulary {
  /** Of the index, then of what changed since. */
  readonly heads: readonly VocabularyHead[];
  /** Pages that can be found. */
  readonly pages: number;
  readonly synonyms: readonly string[][][];
  readonly phrases: readonly string[];
  /** The commonest words of the index, which are known without fetching, with the number of pages that have them. */
  readonly common: ReadonlyMap<string, number>;
  #sets: readonly WordSet[];
  #titlesOnly: ReadonlySet<string>;

  private constructor(
    heads: readonly VocabularyHead[],
    sets: readonly WordSet[],
    pages: number | undefined,
  ) {
    const [main] = heads;
    this.heads = heads;
    this.pages = pages ?? main?.fullText.pages ?? 0;
    this.synonyms = main?.synonyms ?? [];
    this.phrases = main?.phrases ?? [];
    const common = Object.keys(main?.common ?? {});
    this.common = new Map(
      common.map((word) => [word, total(heads.map((head) => head.common[word] ?? NONE))]),
    );
    this.#titlesOnly = new Set(main?.titlesOnly);
    this.#sets = sets;
  }

  /** `folders`: of the index, then of what changed since, under the index's folder. `pages`: that can be found, if not all of the index. */
  static async open(
    fetchText: FetchText,
    folders: readonly string[] = [""],
    pages?: number,
  ): Promise<Vocabulary> {
    const texts = folders.map((folder) => fetchText(`${folder}words/head.gz`));
    const heads = (await Promise.all(texts)).map((text) => JSON.parse(text) as VocabularyHead);
    const sets = heads.map(
      (head, number) => new WordSet(head, (path) => fetchText(`${folders[number]}${path}`)),
    );
    return new Vocabulary(heads, sets, pages);
  }

  /** Whether a word is indexed in titles alone. */
  inTitlesOnly(word: string): boolean {
    return this.#titlesOnly.has(word);
  }

  /** How many pages have the word; 0 where none has. */
  async count(word: string): Promise<number> {
    return total(await Promise.all(this.#sets.map((set) => set.counts(word))));
  }

  /** Whether the index, and that of what changed since, has words of its stem, or that begin with it. */
  async has(word: string): Promise<boolean[]> {
    return Promise.all(this.#sets.map((set) => set.has(word)));
  }

  /** All words with their counts that begin with one of `starts`; at most `most` slices of a set are fetched for it. */
  async near(starts: string[], most: number): Promise<Map<string, number>> {
    const found = await Promise.all(this.#sets.map((set) => set.near(starts, most)));
    const words = new Set(found.flatMap((set) => [...set.keys()]));
    const counted = [...words].map((word): [string, number] => [
      word,
      total(found.map((set) => set.get(word) ?? NONE)),
    ]);
    return new Map(counted.filter(([, count]) => count > 0));
  }
}

const NONE: WordCounts = [0];

function total(counts: readonly WordCounts[]): number {
  return counts.reduce((sum, [pages, replaced = 0]) => sum + pages - replaced, 0);
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

  async counts(word: string): Promise<WordCounts> {
    if (Object.hasOwn(this.#head.common, word)) return this.#head.common[word] ?? NONE;
    return (await this.#slice(this.#sliceOf(word))).get(word) ?? NONE;
  }

  async has(word: string): Promise<boolean> {
    const [pages] = await this.counts(word);
    if (pages > 0) return true;
    const stem = stemOf(word);
    // The last letter of a stem may differ from that of the word: `polici` for `policy`.
    const near = await this.near([stem.slice(0, -1)], 2);
    return [...near].some(([other, [count]]) => count > 0 && stemOf(other).startsWith(stem));
  }

  async near(starts: string[], most: number): Promise<Counts> {
    const numbers = new Set<number>();
    for (const start of starts) {
      for (let n = this.#sliceOf(start); n <= this.#sliceOf(`${start}\uffff`); n++) numbers.add(n);
    }
    const slices = await Promise.all(
      [...numbers].slice(0, most).map((number) => this.#slice(number)),
    );
    const common = Object.entries(this.#head.common);
    const all = [...common, ...slices.flatMap((slice) => [...slice])];
    return new Map(all.filter(([word]) => starts.some((start) => word.startsWith(start))));
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
      return Promise.resolve(new Map<string, WordCounts>());
    const kept = this.#slices.get(number);
    if (kept) return kept;
    const slice = this.#fetchText(`words/${number}.gz`).then(readSlice);
    this.#slices.set(number, slice);
    slice.catch(() => this.#slices.delete(number));
    return slice;
  }
}

type Counts = Map<string, WordCounts>;

function readSlice(text: string): Counts {
  return new Map(
    text.split("\n").map((line): [string, WordCounts] => {
      const [word = "", pages, replaced] = line.split(" ");
      return [word, [Number(pages), Number(replaced ?? 0)]];
    }),
  );
}
