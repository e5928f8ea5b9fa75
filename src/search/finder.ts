import type { OpenSet, Pagefind, PagefindResult } from "./pagefind.ts";
import { rarityOf } from "./rarity.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds the pages that have a word, in the index and in that of what changed since, as if they were one. */
export class Finder {
  #sets: readonly OpenSet[];
  #vocabulary: Vocabulary;
  #masked: ReadonlySet<string>;
  #pages: number;

  /** `masked`: articles of the first set that are no longer right. `pages`: of all. */
  constructor(
    sets: readonly OpenSet[],
    vocabulary: Vocabulary,
    masked: readonly string[],
    pages: number,
  ) {
    this.#sets = sets;
    this.#vocabulary = vocabulary;
    this.#masked = new Set(masked);
    this.#pages = pages;
  }

  /**
   * The pages that have the word. Pagefind's scores hold how rare it is among the pages that it knows; here that is put right for
   * all pages.
   */
  async find(word: string): Promise<PagefindResult[]> {
    const found = await this.#ask(word);
    const valid = found.map(({ results }, set) =>
      set === 0 ? results.filter(({ id }) => !this.#masked.has(id)) : results,
    );
    const all = rarityOf(valid.flat().length, this.#pages);
    return found.flatMap(({ counted, pages, scale }, set) => {
      const points = (scale * all) / rarityOf(counted, pages);
      return (valid[set] ?? []).map((result) => ({ ...result, score: result.score * points }));
    });
  }

  /** Asks the sets that have such a word: of one that has none Pagefind would give words that are shorter. */
  async #ask(word: string): Promise<(OpenSet & Found)[]> {
    const has = await this.#vocabulary.has(word);
    const asked = this.#sets.map(async (set, number) => {
      const found = has[number] ? await pagesWith(word, set.pagefind) : NOTHING;
      return { ...set, ...found };
    });
    return Promise.all(asked);
  }
}

/** Shorter words are the beginnings of too many others: `c`, `ip`. */
const LEAST_BEGINNING = 3;

interface Found {
  results: PagefindResult[];
  /** Pages by which Pagefind told how rare the word is. */
  counted: number;
}

const NOTHING: Found = { results: [], counted: 0 };

/** Pages that have a word or, where it is long, one that begins with it: `printer` for `print`, never `0x1e4` for `0x1e`. */
async function pagesWith(word: string, pagefind: Pagefind): Promise<Found> {
  const { results } = await pagefind.search(word);
  if (word.length >= LEAST_BEGINNING && !/\d/.test(word))
    return { results, counted: results.length };
  // In quotes it stands for itself, but scores nothing.
  const exact = await pagefind.search(`"${word}"`);
  const having = new Set(exact.results.map(({ id }) => id));
  return { results: results.filter(({ id }) => having.has(id)), counted: results.length };
}
