import { kindOf, weightOf, type Kind, type Things } from "./things.ts";

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

export function signaturesOf(all: Things): Signatures {
  const counts = countsOf(all);
  const articles = all.starts.length - 1;
  const levels = new Uint8Array(counts.length);
  for (let thing = 0; thing < counts.length; thing += 1)
    levels[thing] = levelOf(all.known[thing] as number, counts[thing] as number, articles);
  const things = new Uint32Array(articles * SIZE);
  const weights = new Uint16Array(things.length);
  for (let article = 0; article < articles; article += 1) {
    takeHeaviest({ things, weights }, article, all, levels);
    normalize(weights, article);
  }
  return { things, weights, ...byThing(levels.length, things, weights) };
}

/** How many articles have each thing, by its number. */
export function countsOf({ numbers, known }: Things): Uint32Array {
  const counts = new Uint32Array(known.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return counts;
}

/** How rare a thing is that `count` of so many articles have: 11 where two have it, 4 where 256 have it; 0 where it does not count. */
export function levelOf(thing: number, count: number, articles: number): number {
  if (count < 2 || count > mostOf(kindOf(thing), articles)) return 0;
  return 12 - Math.ceil(Math.log2(count));
}

/** Things that more articles have than this say nothing. */
const MOST = 64;
const MOST_SAID = 256;

/** Nor do words and keywords that more than one in so many articles have, in a small archive. */
const SHARE = 100;

/** How many of so many articles may have a thing for it to count. */
function mostOf({ isSaid = false }: Kind, articles: number): number {
  return isSaid ? Math.min(MOST_SAID, Math.floor(articles / SHARE)) : MOST;
}

/** Fills an article's places with those of its things that weigh most. */
function takeHeaviest(
  places: Pick<Signatures, "things" | "weights">,
  article: number,
  { numbers, starts, known }: Things,
  levels: Uint8Array,
): void {
  const [start = 0, end = 0] = [starts[article], starts[article + 1]];
  for (let at = start; at < end; at += 1) {
    const number = numbers[at] as number;
    const weight = weightOf(known[number] as number, at - start) * (levels[number] as number);
    take(places, article, number, weight);
  }
}

/** Puts a thing where it belongs among an article's heaviest; of two that weigh the same, the one that came first stays first. */
function take(
  { things, weights }: Pick<Signatures, "things" | "weights">,
  article: number,
  thing: number,
  weight: number,
): void {
  const [first, last] = [article * SIZE, article * SIZE + SIZE - 1];
  if (weight <= (weights[last] ?? 0)) return;
  let place = last;
  for (; place > first && (weights[place - 1] ?? 0) < weight; place -= 1) {
    things[place] = things[place - 1] ?? 0;
    weights[place] = weights[place - 1] ?? 0;
  }
  things[place] = thing;
  weights[place] = weight;
}

function normalize(weights: Uint16Array, article: number): void {
  const [first, end] = [article * SIZE, article * SIZE + SIZE];
  let squares = 0;
  for (let place = first; place < end; place += 1) squares += (weights[place] ?? 0) ** 2;
  const length = Math.max(Math.sqrt(squares), SHORT);
  for (let place = first; place < end; place += 1) {
    weights[place] = Math.round(((weights[place] ?? 0) * LENGTH) / length);
  }
}

function byThing(
  count: number,
  things: Uint32Array,
  weights: Uint16Array,
): Pick<Signatures, "articles" | "weightsIn" | "starts"> {
  const starts = startsOf(count, things, weights);
  const articles = new Uint32Array(starts[count] ?? 0);
  const weightsIn = new Uint16Array(articles.length);
  const next = starts.slice();
  for (let place = 0; place < things.length; place += 1) {
    const [thing = 0, weight = 0] = [things[place], weights[place]];
    if (weight === 0) continue;
    const at = next[thing] ?? 0;
    next[thing] = at + 1;
    articles[at] = Math.floor(place / SIZE);
    weightsIn[at] = weight;
  }
  return { articles, weightsIn, starts };
}

/** Where the articles of each thing stand if those of one come after those of the other, and where they end. */
function startsOf(count: number, things: Uint32Array, weights: Uint16Array): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let place = 0; place < things.length; place += 1) {
    const after = (things[place] ?? 0) + 1;
    if (weights[place] !== 0) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let thing = 0; thing < count; thing += 1) {
    starts[thing + 1] = (starts[thing + 1] ?? 0) + (starts[thing] ?? 0);
  }
  return starts;
}
