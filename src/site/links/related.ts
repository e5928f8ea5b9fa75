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
    const touched = addScores(scores, self, things);
    const ranked = touched
      .filter((other) => other !== self && (scores[other] ?? 0) >= ENOUGH)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, count);
    for (const other of touched) scores[other] = 0;
    return ranked.flatMap((other) => entries[other] ?? []);
  };
}

/**
 * Adds what articles have in common with `self` to their scores; gives their numbers. Things are gone through from the heaviest to the
 * lightest: once the rest together weigh too little to relate an article, no more articles are taken up, and the long lists of common
 * things need not be read.
 */
function addScores(scores: Int32Array, self: number, things: readonly Thing[][]): number[] {
  const own = things[self] ?? [];
  const touched: number[] = [];
  let rest = own.reduce((sum, { weight }) => sum + weight, 0);
  for (const thing of own) {
    const isLate = rest < ENOUGH;
    for (const other of isLate ? touched : thing.articles) {
      if (isLate && things[other]?.includes(thing) !== true) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other] = (scores[other] ?? 0) + thing.weight;
    }
    rest -= thing.weight;
  }
  return touched;
}

/** A thing that several articles have, by their numbers. */
interface Thing {
  weight: number;
  articles: readonly number[];
}

/** The things of each article that are rare enough to count, and that it is not alone in having; the heaviest first. */
function thingsOf(entries: readonly Entry[]): Thing[][] {
  const things: Thing[][] = entries.map(() => []);
  const shared = [...articlesByThing(entries)].flatMap(([name, articles]) =>
    articles.length < 2 || articles.length > mostOf(name, entries.length)
      ? []
      : [{ weight: weightOf(name, articles.length), articles }],
  );
  for (const thing of shared.sort((a, b) => b.weight - a.weight)) {
    for (const number of thing.articles) things[number]?.push(thing);
  }
  return things;
}

/** Numbers of the articles that have a thing, up to one more than count. */
function articlesByThing(entries: readonly Entry[]): Map<string, number[]> {
  const articles = new Map<string, number[]>();
  for (const [number, entry] of entries.entries()) {
    for (const name of namesOf(entry)) {
      const known = articles.get(name);
      if (known === undefined) articles.set(name, [number]);
      else if (known.length <= COMMON && known.at(-1) !== number) known.push(number);
    }
  }
  return articles;
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

/** All that an article may have in common with others, each as its kind and a name; some of it more than once. */
function namesOf({ id, mentions, events, codes, files, keywords, title }: Entry): string[] {
  const named = (kind: string, texts: readonly string[]) =>
    texts.map((text) => `${kind} ${text.toLowerCase()}`);
  return [
    // An article and those that mention it share its own number, and those that mention the same one share that.
    `reference ${id}`,
    ...mentions.map((other) => `reference ${other}`),
    ...named("event", events),
    ...named("code", codes),
    ...named("file", files),
    ...named("keyword", keywords),
    ...wordsOf(title).map((word) => `word ${word}`),
  ];
}

/** Words of a title; versions and short words are not among them. */
function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[a-z][a-z0-9_.]{3,}/g) ?? [];
}
