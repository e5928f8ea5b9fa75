import type { ShownWord } from "./concealed.ts";
import { stemOf } from "./stem.ts";
import { wordsOf } from "./words.ts";

/** What a page says in full, for a second look at the best candidates. */
export interface PageText {
  title: readonly string[];
  text: readonly string[];
}

/** Index words of a page's title and text, in reading order, their endings cut. */
export function pageText(title: readonly ShownWord[], text: readonly ShownWord[]): PageText {
  return { title: stemsOf(title), text: stemsOf(text) };
}

/** The question's words in their order with their rarity, common words included. */
export interface AskedWord {
  stem: string;
  rarity: number;
}

/** What two neighbours of the question count that are neighbours in the text, too. */
const PAIR_WEIGHT = 1.2;
/** What a question's word counts that stands in the title. */
const TITLE_WEIGHT = 0.2;
/** What all words together count that the page has, wherever. */
const COVER_WEIGHT = 0.5;
/** What the words count that stand nearest together. */
const NEAR_WEIGHT = 0.5;
/** How many words are near together. */
const NEAR = 12;

/**
 * Points for how the page says it: the question's words in the title, near together, as neighbours and in order, and all of
 * them. In the same measure as the index's scores, which are sums of rarities.
 */
export function closeness(asked: readonly AskedWord[], page: PageText): number {
  const rarities = new Map(asked.map(({ stem, rarity }) => [stem, rarity]));
  const total = sum(asked.map(({ rarity }) => rarity));
  const found = rarityOf(new Set([...page.title, ...page.text]), asked);
  const cover = total === 0 ? 0 : found / total;
  return (
    PAIR_WEIGHT * pairedRarity(asked, page) +
    TITLE_WEIGHT * rarityOf(new Set(page.title), asked) +
    COVER_WEIGHT * cover * found +
    NEAR_WEIGHT * densest([...page.title, ...page.text], rarities)
  );
}

function rarityOf(words: ReadonlySet<string>, asked: readonly AskedWord[]): number {
  return sum(asked.map(({ stem, rarity }) => (words.has(stem) ? rarity : 0)));
}

/** Rarity of the question's neighbours that are neighbours on the page. */
function pairedRarity(asked: readonly AskedWord[], page: PageText): number {
  const pairs = new Set([...neighbours(page.title), ...neighbours(page.text)]);
  return sum(
    asked.slice(1).map((word, index) => {
      const before = asked[index];
      if (before === undefined || !pairs.has(`${before.stem} ${word.stem}`)) return 0;
      const [less, more] = [before.rarity, word.rarity].sort((a, b) => a - b);
      return (less ?? 0) + 0.6 * (more ?? 0);
    }),
  );
}

/** The most rarity that stands within `NEAR` words. */
function densest(words: readonly string[], rarities: ReadonlyMap<string, number>): number {
  const inWindow = new Map<string, number>();
  let [present, most] = [0, 0];
  const change = (word: string | undefined, by: number): void => {
    const rarity = word === undefined ? undefined : rarities.get(word);
    if (word === undefined || rarity === undefined) return;
    const before = inWindow.get(word) ?? 0;
    inWindow.set(word, before + by);
    if (before === 0) present += rarity;
    else if (before + by === 0) present -= rarity;
  };
  for (const [at, word] of words.entries()) {
    change(word, 1);
    change(words[at - NEAR], -1);
    most = Math.max(most, present);
  }
  return most;
}

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function stemsOf(words: readonly ShownWord[]): string[] {
  return words.flatMap(({ text }) => wordsOf(text).slice(0, 1)).map(stemOf);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
