import type { Entry } from "../entry.ts";
import { readWords } from "./telling-words.ts";

/** What articles may have in common: a word, by its digest, or a kind and a name. */
export type Thing = number | string;

/** The things of an article, each once, and how much each weighs in it before rarity. */
export interface Things<T = Thing> {
  things: T[];
  weights: number[];
}

/** Files weigh least: two fixes that come in one package share all of its files, whatever they mend. */
const WEIGHTS = { reference: 3, event: 3, code: 3, file: 1, keyword: 2 } as const;

/** Of the telling words by their places; all further ones weigh `FURTHER_WORDS`. */
const WORD_WEIGHTS = [4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3] as const;
const FURTHER_WORDS = 2;

/** An article that refers to so many others is a list: they do not say what it is about. */
const LIST = 30;

/** All that an article may have in common with others, of which those in `here` are on the site. */
export function thingsOf(entry: Entry, here: ReadonlySet<string>): Things {
  const words = readWords(entry.words);
  const found: Things = {
    things: words,
    weights: words.map((_, place) => WORD_WEIGHTS[place] ?? FURTHER_WORDS),
  };
  add(found, "event", entry.events);
  add(found, "code", entry.codes);
  add(found, "file", entry.files);
  add(found, "keyword", entry.keywords.filter(isTopic));
  // What looks like an id may be a printer's name.
  const references = entry.mentions.filter((id) => here.has(id));
  if (references.length < LIST) add(found, "reference", references);
  return found;
}

function add(
  { things, weights }: Things,
  kind: keyof typeof WEIGHTS,
  names: readonly string[],
): void {
  if (names.length === 0) return;
  for (const name of new Set(names.map((text) => `${kind} ${text.toLowerCase()}`))) {
    things.push(name);
    weights.push(WEIGHTS[kind]);
  }
}

/** Keywords with a digit name versions, and one article may have ten of them: `kbVC500bug`. */
function isTopic(keyword: string): boolean {
  return !/\d/.test(keyword);
}

/** Things that more articles have than this say nothing. */
const MOST = 64;
const MOST_SAID = 256;

/** Nor do words and keywords that more than one in so many articles have, in a small archive. */
const SHARE = 100;

/** How many of so many articles may have a thing for it to count. */
export function mostOf(thing: Thing, articles: number): number {
  const isSaid = typeof thing === "number" || thing.startsWith("keyword ");
  return isSaid ? Math.min(MOST_SAID, Math.floor(articles / SHARE)) : MOST;
}
