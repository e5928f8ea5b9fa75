import type { Entry } from "../entry.ts";

/**
 * Related articles are those that have rare things in common: a reference, an event, a code, a file, a keyword, a word of the title. A
 * thing weighs more the fewer articles have it, in steps of powers of two, and nothing beyond a bound.
 *
 * So the cost is nearly linear in the number of articles (no list of articles that share a thing is longer than the bound), and an
 * edit changes few pages: those of articles that share something with the edited one. A weight changes only where a thing's count
 * goes from one power of two to the next.
 */

/** Things that more articles have than this say nothing. */
const COMMON = 256;

/** Nor do keywords and words that more than one in so many articles have, in a small archive. */
const SHARE = 100;

/** What a kind of thing weighs where two articles have it, before rarity. */
const WEIGHTS = { reference: 4, event: 4, code: 3, file: 2, keyword: 1, word: 2 } as const;

/** Below this, two articles have too little in common to be called related. */
const ENOUGH = 24;

/** Finds the articles that are related to one. */
export function relatedIn(
  entries: readonly Entry[],
): (entry: Entry, count: number) => readonly Entry[] {
  const things = thingsOf(entries);
  const numbers = new Map(entries.map(({ id }, number) => [id, number]));
  const scores = new Int32Array(entries.length);
  return ({ id }, count) => {
    const self = numbers.get(id);
    if (self === undefined || count === 0) return [];
    const touched: number[] = [];
    for (const { weight, articles } of things[self] ?? []) {
      for (const other of articles) {
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + weight;
      }
    }
    const ranked = touched
      .filter((other) => other !== self && (scores[other] ?? 0) >= ENOUGH)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, count);
    for (const other of touched) scores[other] = 0;
    return ranked.flatMap((other) => entries[other] ?? []);
  };
}

/** A thing that several articles have, by their numbers. */
interface Thing {
  weight: number;
  articles: readonly number[];
}

/** The things of each article that are rare enough to count, and that it is not alone in having. */
function thingsOf(entries: readonly Entry[]): Thing[][] {
  const articles = new Map<string, number[]>();
  for (const [number, entry] of entries.entries()) {
    for (const name of namesOf(entry)) {
      const known = articles.get(name);
      if (known === undefined) articles.set(name, [number]);
      else if (known.length <= COMMON) known.push(number);
    }
  }
  const things: Thing[][] = entries.map(() => []);
  for (const [name, numbers] of articles) {
    if (numbers.length < 2 || numbers.length > mostOf(name, entries.length)) continue;
    const thing = { weight: weightOf(name, numbers.length), articles: numbers };
    for (const number of numbers) things[number]?.push(thing);
  }
  return things;
}

/** How many of so many articles may have a thing for it to count. */
function mostOf(name: string, articles: number): number {
  const isSaid = name.startsWith("keyword ") || name.startsWith("word ");
  return isSaid ? Math.min(COMMON, Math.floor(articles / SHARE)) : COMMON;
}

/** 8 times the kind's weight for what two articles have, once for what 256 have. */
function weightOf(name: string, count: number): number {
  const kind = name.slice(0, name.indexOf(" ")) as keyof typeof WEIGHTS;
  return WEIGHTS[kind] * (9 - Math.ceil(Math.log2(count)));
}

/** All that an article may have in common with others, each as its kind and a name. */
function namesOf(entry: Entry): Set<string> {
  const lower = (kind: string) => (text: string) => `${kind} ${text.toLowerCase()}`;
  return new Set([
    // An article and those that mention it share its own number, and those that mention the same one share that.
    ...[entry.id, ...entry.mentions].map((id) => `reference ${id}`),
    ...entry.events.map(lower("event")),
    ...entry.codes.map(lower("code")),
    ...entry.files.map(lower("file")),
    ...entry.keywords.map(lower("keyword")),
    ...wordsOf(entry.title).map((word) => `word ${word}`),
  ]);
}

/** Words of a title; versions and short words are not among them. */
function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[a-z][a-z0-9_.]{3,}/g) ?? [];
}
