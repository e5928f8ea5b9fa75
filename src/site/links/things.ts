import type { Entry } from "../entry.ts";
import type { Edited, Numbered } from "../numbered.ts";
import { NumberLists, finderIn, replaceLists, type Lists } from "./lists.ts";
import { Numbers } from "./numbers.ts";
import { readWords } from "./telling-words.ts";
import { digestOfName } from "./word-weights.ts";

/** What articles have in common with each other: words and names, by numbers. */
export interface Things extends Lists {
  /** The things of all articles, those of one after those of the other: first its words, the most telling first, then its names, each once. */
  numbers: Uint32Array;
  /** What each number stands for: the kind in the upper bits, a digest in the others. Not all of them have to occur. */
  known: Uint32Array;
}

export interface Kind {
  /** How much one weighs in an article before rarity; of words, the most telling. */
  weight: number;
  /** Whether it is said, as words are, and not given to one thing as its name. */
  isSaid?: boolean;
}

/** Files weigh least: two fixes that come in one package share all of its files, whatever they mend. */
const KINDS: readonly Kind[] = [
  /* word */ { weight: 4, isSaid: true },
  /* keyword */ { weight: 2, isSaid: true },
  /* reference */ { weight: 3 },
  /* event */ { weight: 3 },
  /* code */ { weight: 3 },
  /* file */ { weight: 1 },
];
const [WORD, KEYWORD, REFERENCE, EVENT, CODE, FILE] = [0, 1, 2, 3, 4, 5] as const;

/** Bits of a digest. With the kind before it, it is a number that engines hold without a box. */
const DIGEST_BITS = 28;

export function kindOf(thing: number): Kind {
  return KINDS[thing >>> DIGEST_BITS] as Kind;
}

/** What a thing weighs before rarity at a place among an article's things, counted from 0. */
export function weightOf(thing: number, place: number): number {
  const isWord = thing >>> DIGEST_BITS === WORD;
  return !isWord || place < 6 ? kindOf(thing).weight : place < 14 ? 3 : 2;
}

export function thingsOf({ entries, has }: Numbered): Things {
  const numbers = new Numbers();
  const lists = new NumberLists();
  const add = adder(numbers, lists, has);
  for (const entry of entries) add(entry);
  return { ...lists.all(), known: numbers.known() };
}

/** The same after some articles were edited and none came or went. `edited`: what they are now, by number; `has`: whether an article is there. */
export function thingsAfter(before: Things, edited: Edited, has: Numbered["has"]): Things {
  const numbers = new Numbers(before.known);
  const lists = new NumberLists();
  const add = adder(numbers, lists, has);
  for (const entry of edited.values()) add(entry);
  const find = finderIn(lists.all());
  const changed = new Map([...edited.keys()].map((article, at) => [article, find(at)]));
  return { ...replaceLists(before, changed), known: numbers.known() };
}

/** An article that refers to so many others is a list: they do not say what it is about. */
const LIST = 30;

/** Adds the list of an article's things, by numbers. */
function adder(numbers: Numbers, lists: NumberLists, has: Numbered["has"]): (entry: Entry) => void {
  const [event, code, file] = [namer(EVENT), namer(CODE), namer(FILE)];
  const [keyword, reference] = [namer(KEYWORD), namer(REFERENCE)];
  return ({ words, events, codes, files, keywords, mentions }) => {
    for (const word of readWords(words)) lists.add(numbers.of(word));
    const addName = (thing: number) => lists.addOnce(numbers.of(thing));
    for (const name of events) addName(event(name));
    for (const name of codes) addName(code(name));
    for (const name of files) addName(file(name));
    for (const name of keywords) if (isTopic(name)) addName(keyword(name));
    // What looks like an id may be a printer's name.
    const references = mentions.filter(has);
    if (references.length < LIST) for (const id of references) addName(reference(id));
    lists.end();
  };
}

/** Gives things of a kind by their names. Each spelling is looked at once, whatever its case. */
function namer(kind: number): (name: string) => number {
  const things = new Map<string, number>();
  const find = (name: string) => {
    const digest = digestOfName(name.toLowerCase());
    const thing = (kind << DIGEST_BITS) | ((digest ^ (digest >>> DIGEST_BITS)) & DIGESTS);
    things.set(name, thing);
    return thing;
  };
  return (name) => things.get(name) ?? find(name);
}

const DIGESTS = (1 << DIGEST_BITS) - 1;

/** Keywords with a digit name versions, and one article may have ten of them: `kbVC500bug`. */
function isTopic(keyword: string): boolean {
  return !/\d/.test(keyword);
}
