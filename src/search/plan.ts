import { isGrammar, tellingWeight } from "./filler.ts";
import type { Instead } from "./instead.ts";
import type { Term } from "./question.ts";
import { rarityOf } from "./rarity.ts";

/** One word to ask the index for. */
export interface Lookup {
  word: string;
  /** Numbers of the question's terms that it stands for. */
  terms: readonly number[];
  /** What a match counts, beside the word's rarity: 1 for the word as typed, less for a part or a stand-in. */
  weight: number;
  /** The word is not the reader's own: a correction or a synonym. */
  instead: boolean;
  /** Where it is one of several that stand in together, all of them: `sign`, `in`. */
  phrase?: readonly string[];
  /** How much the word says: inverse document frequency. */
  rarity: number;
}

/** How common the question's words are: what `planOf` decides by. */
export interface WordCount {
  /** Pages that have the word; 0 where none has. */
  pages: number;
  /** Indexed in titles alone, because most questions are better answered without it. */
  common: boolean;
}

/** The most words that one question asks the index for. */
const MAX_LOOKUPS = 9;
/** Of these, words so common that they are found in titles alone. */
const MAX_COMMON = 3;
/** What the parts of a name count together beside the whole name: `foo` for `foo.dll`. */
const PART_WEIGHT = 0.4;

/**
 * Chooses the words to ask for: the rarest that the archive knows, the reader's own before others, words that say little last. Words
 * that no article has are left out, so that a name or number of the reader's own does not lower the rank of the right article. Words
 * of grammar are asked for only if nothing else is left. `pages`: of the archive.
 */
export function planOf(
  terms: readonly Term[],
  counts: ReadonlyMap<string, WordCount>,
  pages: number,
  others: readonly Instead[] = [],
): Lookup[] {
  const own = terms.flatMap((term, index) => lookupsOf(term, index, counts));
  const asked = new Set(own.map(({ word }) => word));
  const instead = others.filter(({ word }) => !asked.has(word)).map(lookupInstead);
  const known = [...own, ...onceEach(instead)].map((lookup) => ({
    ...lookup,
    rarity: rarityOf(counts.get(lookup.word)?.pages ?? 0, pages),
  }));
  const best = known
    .filter(({ rarity }) => rarity > 0)
    .sort((a, b) => b.weight - a.weight || b.rarity - a.rarity);
  const isCommon = ({ word }: Lookup) => counts.get(word)?.common === true;
  const telling = best.filter((lookup) => !isCommon(lookup));
  const common = best.filter(isCommon);
  const sayingMuch = common.filter(({ word }) => !isGrammar(word));
  const chosen = [...telling.slice(0, MAX_LOOKUPS), ...sayingMuch.slice(0, MAX_COMMON)];
  return chosen.length > 0 ? chosen : common.slice(0, MAX_COMMON);
}

type Weighed = Omit<Lookup, "rarity">;

function lookupsOf(term: Term, index: number, counts: ReadonlyMap<string, WordCount>): Weighed[] {
  const known = term.words.filter((word) => (counts.get(word)?.pages ?? 0) > 0);
  return known.map((word) => ({
    word,
    terms: [index],
    weight: tellingWeight(word) * (known[0] === word ? 1 : PART_WEIGHT / (known.length - 1)),
    instead: false,
  }));
}

function lookupInstead({ word, terms, weight, phrase }: Instead): Weighed {
  return { word, terms, weight, instead: true, ...(phrase.length > 1 && { phrase }) };
}

/** A word that two groups of synonyms have for the same terms is asked for once. */
function onceEach(lookups: readonly Weighed[]): Weighed[] {
  const seen = new Map(lookups.map((lookup) => [`${lookup.word} ${lookup.terms.join()}`, lookup]));
  return [...seen.values()];
}
