import { isHiddenCode } from "../../config.ts";
import type { Entry } from "../entry.ts";
import type { Numbered } from "../numbered.ts";
import { signaturesOf, SIZE, WHOLE, type Signatures } from "./signatures.ts";
import { thingsOf } from "./things.ts";

/**
 * Related articles are those whose signatures have things in common: the cosine between two signatures, times a factor for their products.
 *
 * The cost is nearly linear in the number of articles: a signature has few things, and no list of articles that share a thing is longer than
 * a bound. An edit changes few pages: those of articles that share something with the edited one.
 */

/** Below this, two articles have too little in common to be called related. */
const ENOUGH = 0.3;

/** One thing in common may be chance. */
const LEAST_SHARED = 2;

/** Articles about one product are nearer to each other than what they have in common says, and those about different ones less near. */
const SAME_PRODUCT = 1.3;
const OTHER_PRODUCT = 0.6;

/** Finds articles that are related to one and that its page does not link already: at most `count`, the nearest first, by their numbers. */
type FindRelated = (self: number, count: number) => number[];

export function relatedIn(
  articles: Numbered,
  signatures = signaturesOf(thingsOf(articles)),
): FindRelated {
  const { entries } = articles;
  const nearTo = comparer(signatures);
  const known: (readonly string[])[] = [];
  const productsOf = (article: number) => (known[article] ??= namedProducts(entries.at(article)));
  return (self, count) => {
    const entry = entries.at(self);
    if (entry === undefined || count === 0) return [];
    const near: { article: number; nearness: number; distance: number }[] = [];
    for (const { article, score } of nearTo(self)) {
      const other = entries.at(article);
      const nearness = score * productFactor(productsOf(self), productsOf(article));
      if (nearness < ENOUGH || other === undefined || isLinked(entry, other)) continue;
      near.push({ article, nearness, distance: distance(entry, other) });
    }
    near.sort((a, b) => b.nearness - a.nearness || a.distance - b.distance);
    return near.slice(0, count).map(({ article }) => article);
  };
}

interface Near {
  /** By its number. */
  article: number;
  /** The cosine of the two signatures. */
  score: number;
}

/** What articles have in common is added up in one number: how many things, times this, and below it the products of their weights. */
const ONE = 4 * WHOLE;

/** Compares one article with all others; gives those that may be near enough. */
function comparer(signatures: Signatures): (self: number) => Near[] {
  const { things, weights, articles, weightsIn, starts } = signatures;
  // Of each article: what it has in common with the one in question. All zero between two comparisons.
  const sums = new Int32Array(things.length / SIZE);
  const met = new Uint32Array(sums.length);
  return (self) => {
    let count = 0;
    for (let place = self * SIZE; place < (self + 1) * SIZE; place += 1) {
      const [thing = 0, weight = 0] = [things[place], weights[place]];
      const end = weight === 0 ? 0 : (starts[thing + 1] ?? 0);
      for (let at = starts[thing] ?? 0; at < end; at += 1) {
        const article = articles[at] ?? 0;
        const sum = sums[article] ?? 0;
        if (sum === 0) met[count++] = article;
        sums[article] = sum + ONE + weight * (weightsIn[at] ?? 0);
      }
    }
    sums[self] = 0;
    const near: Near[] = [];
    for (let at = 0; at < count; at += 1) {
      const article = met[at] ?? 0;
      const sum = sums[article] ?? 0;
      const score = (sum % ONE) / WHOLE;
      if (sum >= LEAST_SHARED * ONE && score * SAME_PRODUCT >= ENOUGH)
        near.push({ article, score });
      sums[article] = 0;
    }
    return near;
  };
}

/** Whether the page links the other article in its text or in the list of those that refer to it. */
function isLinked(entry: Entry, other: Entry): boolean {
  return entry.mentions.includes(other.id) || other.mentions.includes(entry.id);
}

function productFactor(products: readonly string[], others: readonly string[]): number {
  if (products.length === 0 || others.length === 0) return 1;
  return products.some((name) => others.includes(name)) ? SAME_PRODUCT : OTHER_PRODUCT;
}

/** Those that have a name: "See article" is none. */
function namedProducts(entry: Entry | undefined): readonly string[] {
  return entry?.products.filter((name) => !isHiddenCode(name)) ?? [];
}

/** Of articles equally near, those come first that were written at about the same time: their numbers are. */
function distance({ id }: Entry, other: Entry): number {
  return Math.abs(digitsOf(id) - digitsOf(other.id));
}

function digitsOf(id: string): number {
  return Number(id.replace(/^[A-Z]+/, ""));
}
