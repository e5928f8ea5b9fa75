import type { Entry } from "../entry.ts";
import { mostOf, thingsOf, type Thing, type Things } from "./things.ts";

/**
 * What articles are compared by: of each the few things that say most of what it is about, by numbers. A thing weighs more the fewer
 * articles have it, in steps of powers of two: so an edit elsewhere changes a weight only where a thing's count goes from one power to the
 * next.
 */
export interface Signatures {
  /** `SIZE` places for each article: its things, the heaviest first, and what they weigh. A place without weight is empty. */
  things: Uint32Array;
  weights: Uint16Array;
  /** The same by thing: the articles that have thing `n`, and what it weighs in each, stand from `starts[n]` on, up to `starts[n + 1]`. */
  articles: Uint32Array;
  weightsIn: Uint16Array;
  starts: Uint32Array;
}

/** How many things make up a signature. */
export const SIZE = 16;

/** Length of a signature, of which its weights are the coordinates. */
const LENGTH = 4096;

/** What a signature has in common with itself. */
export const WHOLE = LENGTH * LENGTH;

/** Shorter ones are not made longer: an article that has but a few common things is not near to others that have them. */
const SHORT = 75;

export function signaturesOf(entries: readonly Entry[]): Signatures {
  const { found, levels } = numberThings(entries);
  const things = new Uint32Array(entries.length * SIZE);
  const weights = new Uint16Array(entries.length * SIZE);
  for (const [article, own] of found.entries()) {
    const heaviest = heaviestOf(own, levels);
    const length = Math.sqrt(heaviest.reduce((sum, { weight }) => sum + weight ** 2, 0));
    for (const [index, { thing, weight }] of heaviest.entries()) {
      things[article * SIZE + index] = thing;
      weights[article * SIZE + index] = Math.round((weight * LENGTH) / Math.max(length, SHORT));
    }
  }
  return { things, weights, ...byThing(levels.length, things, weights) };
}

interface Numbered {
  found: Things<number>[];
  /** How rare a thing is, by its number: 11 where two articles have it, 4 where 256 have it; 0 where it does not count. */
  levels: number[];
}

function numberThings(entries: readonly Entry[]): Numbered {
  const here = new Set(entries.map(({ id }) => id));
  const numbers = new Map<Thing, number>();
  const counts: number[] = [];
  const numberOf = (thing: Thing) => {
    const number = numbers.get(thing) ?? numbers.size;
    if (number === numbers.size) numbers.set(thing, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  };
  const found = entries.map((entry) => {
    const { things, weights } = thingsOf(entry, here);
    return { things: things.map(numberOf), weights };
  });
  const levels = Array.from(numbers, ([thing, number]) =>
    levelOf(counts[number] ?? 0, mostOf(thing, entries.length)),
  );
  return { found, levels };
}

function levelOf(count: number, most: number): number {
  return count < 2 || count > most ? 0 : 12 - Math.ceil(Math.log2(count));
}

/** Those of an article's things that weigh most; of two that weigh the same, the one that it has first. */
function heaviestOf(
  { things, weights }: Things<number>,
  levels: readonly number[],
): { thing: number; weight: number }[] {
  const weighed: { thing: number; weight: number }[] = [];
  for (const [index, thing] of things.entries()) {
    const weight = (weights[index] ?? 0) * (levels[thing] ?? 0);
    if (weight > 0) weighed.push({ thing, weight });
  }
  return weighed.sort((a, b) => b.weight - a.weight).slice(0, SIZE);
}

function byThing(
  count: number,
  things: Uint32Array,
  weights: Uint16Array,
): Pick<Signatures, "articles" | "weightsIn" | "starts"> {
  const lists = Array.from({ length: count }, (): number[] => []);
  for (const [place, thing] of things.entries()) {
    if (weights[place] !== 0) lists[thing]?.push(place);
  }
  const starts = new Uint32Array(count + 1);
  for (const [thing, { length }] of lists.entries()) {
    starts[thing + 1] = (starts[thing] ?? 0) + length;
  }
  const places = lists.flat();
  return {
    articles: Uint32Array.from(places, (place) => Math.floor(place / SIZE)),
    weightsIn: Uint16Array.from(places, (place) => weights[place] ?? 0),
    starts,
  };
}
