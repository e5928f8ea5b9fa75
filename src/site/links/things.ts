import type { Entry } from "../entry.ts";
import { countWords, readWords } from "./telling-words.ts";

/** What articles may have in common, by numbers. */
export interface Things {
  /** The words of all articles, those of one after those of the other, the most telling first of each. */
  words: Uint32Array;
  /** Those of article `n` stand from `starts[n]` on, up to `starts[n + 1]`. */
  starts: Uint32Array;
  /** Of each article, its things that have a name, each once. */
  names: readonly (readonly number[])[];
  /** Of what kind each thing is, by its number. */
  kinds: readonly Kind[];
}

export interface Kind {
  /** How much one weighs in an article before rarity; of words, the most telling. */
  weight: number;
  /** Whether it is said, as words are, and not given to one thing as its name. */
  isSaid?: boolean;
}

/** Files weigh least: two fixes that come in one package share all of its files, whatever they mend. */
const KINDS = {
  word: { weight: 4, isSaid: true },
  keyword: { weight: 2, isSaid: true },
  reference: { weight: 3 },
  event: { weight: 3 },
  code: { weight: 3 },
  file: { weight: 1 },
} satisfies Record<string, Kind>;

/** What the first, second… of an article's words weighs before rarity. */
export function wordWeight(place: number): number {
  return place < 6 ? KINDS.word.weight : place < 14 ? 3 : 2;
}

/** An article that refers to so many others is a list: they do not say what it is about. */
const LIST = 30;

export function numberThings(entries: readonly Entry[]): Things {
  const numbers = new Numbers();
  const words = readWords(entries.map((entry) => entry.words).join(""));
  const starts = new Uint32Array(entries.length + 1);
  for (const [article, entry] of entries.entries()) {
    starts[article + 1] = (starts[article] ?? 0) + countWords(entry.words);
  }
  return {
    words: words.map((word) => numbers.of(word, KINDS.word)),
    starts,
    names: namesOf(entries, numbers),
    kinds: numbers.kinds,
  };
}

/** Numbers things in the order in which they are met first. */
class Numbers {
  readonly #numbers = new Map<number | string, number>();
  readonly kinds: Kind[] = [];

  of(thing: number | string, kind: Kind): number {
    return this.#numbers.get(thing) ?? this.#add(thing, kind);
  }

  #add(thing: number | string, kind: Kind): number {
    const number = this.kinds.push(kind) - 1;
    this.#numbers.set(thing, number);
    return number;
  }
}

function namesOf(entries: readonly Entry[], numbers: Numbers): number[][] {
  const here = new Set(entries.map(({ id }) => id));
  const event = namer("event", numbers);
  const code = namer("code", numbers);
  const file = namer("file", numbers);
  const keyword = namer("keyword", numbers);
  const reference = namer("reference", numbers);
  return entries.map((entry) => {
    const names: number[] = [];
    event(names, entry.events);
    code(names, entry.codes);
    file(names, entry.files);
    keyword(names, entry.keywords.filter(isTopic));
    // What looks like an id may be a printer's name.
    const references = entry.mentions.filter((id) => here.has(id));
    if (references.length < LIST) reference(names, references);
    return names;
  });
}

/** Adds names of a kind to those of an article, by numbers. Each spelling is looked at once, whatever its case. */
function namer(
  kind: keyof typeof KINDS,
  numbers: Numbers,
): (names: number[], spelled: readonly string[]) => void {
  const known = new Map<string, number>();
  return (names, spelled) => {
    for (const name of spelled) {
      const number = known.get(name) ?? numbers.of(`${kind} ${name.toLowerCase()}`, KINDS[kind]);
      known.set(name, number);
      if (!names.includes(number)) names.push(number);
    }
  };
}

/** Keywords with a digit name versions, and one article may have ten of them: `kbVC500bug`. */
function isTopic(keyword: string): boolean {
  return !/\d/.test(keyword);
}
