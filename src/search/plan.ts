import type { Instead } from "./instead.ts";
import type { Term } from "./question.ts";

/** One word to ask the index for. */
export interface Lookup {
  word: string;
  /** Numbers of the question's terms that it stands for. */
  terms: readonly number[];
  /** What a match counts, beside the word's rarity: 1 for the word as typed, less for a part or a stand-in. */
  weight: number;
  /** The word is not the reader's own: a correction or a synonym. */
  instead: boolean;
}

/** How common the question's words are: what `planOf` decides by. */
export interface WordCount {
  /** Pages that have the word; 0 where none has. */
  pages: number;
  /** Indexed in titles alone, because most questions are better answered without it. */
  common: boolean;
}

/** The most words that one question asks the index for. */
const MAX_LOOKUPS = 7;
/** Of these, words so common that they are found in titles alone. */
const MAX_COMMON = 3;
/** What the parts of a name count together beside the whole name: `foo` for `foo.dll`. */
const PART_WEIGHT = 0.4;

/**
 * Chooses the words to ask for: the rarest that the archive knows. Words that no article has are left out, so that a name or
 * number of the reader's own does not lower the rank of the right article. Words of grammar are asked for only if nothing else is
 * left.
 */
export function planOf(
  terms: readonly Term[],
  counts: ReadonlyMap<string, WordCount>,
  others: readonly Instead[] = [],
): Lookup[] {
  const own = terms.flatMap((term, index) => lookupsOf(term, index, counts));
  const asked = new Set(own.map(({ word }) => word));
  const known = [...own, ...others.filter(({ word }) => !asked.has(word)).map(lookupInstead)];
  const count = (lookup: Lookup): number => counts.get(lookup.word)?.pages ?? 0;
  const rarest = known.toSorted((a, b) => b.weight - a.weight || count(a) - count(b));
  const telling = rarest.filter((lookup) => counts.get(lookup.word)?.common === false);
  const common = rarest.filter((lookup) => counts.get(lookup.word)?.common === true);
  const sayingMuch = common.filter((lookup) => !GRAMMAR.has(lookup.word));
  const chosen = [...telling.slice(0, MAX_LOOKUPS), ...sayingMuch.slice(0, MAX_COMMON)];
  return chosen.length > 0 ? chosen : common.slice(0, MAX_COMMON);
}

function lookupsOf(term: Term, index: number, counts: ReadonlyMap<string, WordCount>): Lookup[] {
  const known = term.words.filter((word) => (counts.get(word)?.pages ?? 0) > 0);
  return known.map((word) => ({
    word,
    terms: [index],
    weight: known[0] === word ? 1 : PART_WEIGHT / (known.length - 1),
    instead: false,
  }));
}

function lookupInstead({ word, terms, weight }: Instead): Lookup {
  return { word, terms, weight, instead: true };
}

/** Words that hold sentences together and say nothing of what they are about. */
const GRAMMAR = new Set(
  (
    "a about after all also an and any are as at be because been before being but by can could did do does doing for from get gets " +
    "had has have having how i if in into is it its me my no not of on or our out over so some such than that the their then there " +
    "these they this those through to too under up use used using was we were what when where which while who why will with would you your"
  ).split(" "),
);
