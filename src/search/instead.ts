import type { Term } from "./question.ts";
import {
  beginnings,
  byLikelihood,
  halves,
  mistakesAllowed,
  suggestions,
  type Suggestion,
} from "./spelling.ts";
import { stemOf } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word to ask for beside, or in place of, some of the question's. */
export interface Instead {
  /** Numbers of the question's terms that it stands for. */
  terms: readonly number[];
  word: string;
  /** What a match counts beside one of the words as typed. */
  weight: number;
  why: "spelling" | "synonym";
  /** All words that stand there together, this one among them: `general protection fault`. */
  phrase: readonly string[];
}

/** Pages that must have a word before it is taken for what was meant. */
const LEAST = 3;
/** A word of so many pages is taken without looking at other beginnings. */
const SURE = 100;
/** Slices of the vocabulary that one mistyped word may cost. */
const MOST_SLICES = 12;
/** Mistyped words that are looked into; a question with more of them is another language. */
const MOST_MISTYPED = 4;
/** A word may be a mistake that articles have, too, where another one is so many times as common. */
const COMMONER = 300;

/** Letters that say what a word is becoming. */
const LEAST_BEGUN = 3;

const SPELLING_WEIGHT = 0.8;
const JOINED_WEIGHT = 0.6;
const SYNONYM_WEIGHT = 0.5;

/** What mistyped words may stand for: the nearest word of the archive, or two that lack the space between them. */
export async function corrections(
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Promise<Instead[]> {
  const plain = [...terms.entries()].filter(([, term]) => term.plain);
  const counted = await Promise.all(
    plain.map(async ([index, term]) => {
      const word = term.words[0] ?? "";
      return { index, word, count: await vocabulary.count(word) };
    }),
  );
  const unknown = counted.filter(({ count }) => count === 0).slice(0, MOST_MISTYPED);
  const known = counted.filter(({ count }) => count > 0);
  const found = await Promise.all([
    ...unknown.map(async (one) => ({ ...one, words: await corrected(one.word, vocabulary) })),
    ...known.map(async (one) => ({ ...one, words: await doubted(one, vocabulary) })),
  ]);
  return found.flatMap(({ index, words }) =>
    words.map((word) => instead([index], word, SPELLING_WEIGHT, "spelling", words)),
  );
}

async function corrected(word: string, vocabulary: Vocabulary): Promise<string[]> {
  const near = new Map<string, Suggestion>();
  const take = (words: ReadonlyMap<string, number>): Suggestion | undefined => {
    for (const found of suggestions(word, words, LEAST)) near.set(found.word, found);
    return [...near.values()].sort(byLikelihood)[0];
  };
  take(vocabulary.common);
  for (const starts of beginnings(word)) {
    const best = take(await vocabulary.near(starts, MOST_SLICES));
    if (best && best.count >= SURE) return [best.word];
  }
  const best = [...near.values()].sort(byLikelihood)[0];
  return best ? [best.word] : apart(word, LEAST * 3, vocabulary);
}

/**
 * What the last word of a question is becoming while it is typed: the commonest word that begins with it, so that results do not
 * come and go with every letter. Empty where the word stands in the archive as it is, or begins none.
 */
export async function completion(
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Promise<Instead[]> {
  const term = terms.at(-1);
  const begun = term?.words[0] ?? "";
  if (!term?.plain || begun.length < LEAST_BEGUN || (await vocabulary.count(begun)) > 0) return [];
  const whole = [...(await vocabulary.near([begun], MOST_SLICES))];
  const [best] = whole.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (best === undefined) return [];
  return [instead([terms.length - 1], best[0], SPELLING_WEIGHT, "synonym")];
}

/** What a word of a few articles may be a mistake for. */
async function doubted(
  { word, count }: { word: string; count: number },
  vocabulary: Vocabulary,
): Promise<string[]> {
  const least = count * COMMONER;
  const best = suggestions(word, vocabulary.common, least)[0];
  if (best) return [best.word];
  return least <= vocabulary.pages / 10 ? apart(word, least, vocabulary) : [];
}

/** Words to offer where nothing was found: with more mistakes than a correction may have. */
const MOST_NEAREST = 5;
const FURTHER = 2;

/** Words of the archive that are spelt nearly as those of a question that found nothing; the likeliest first. */
export async function nearest(terms: readonly Term[], vocabulary: Vocabulary): Promise<string[]> {
  const words = terms.filter(({ plain }) => plain).map((term) => term.words[0] ?? "");
  const near = words.slice(0, MOST_MISTYPED).map(async (word) => {
    const starts = beginnings(word).flat();
    const most = Math.min(mistakesAllowed(word) + FURTHER, word.length >> 1);
    return suggestions(word, await vocabulary.near(starts, MOST_SLICES), 1, most);
  });
  const found = (await Promise.all(near)).flat().sort(byLikelihood);
  return [...new Set(found.map(({ word }) => word))].slice(0, MOST_NEAREST);
}

/** The two words that a word may be, both in `least` pages; empty where there are none. */
async function apart(word: string, least: number, vocabulary: Vocabulary): Promise<string[]> {
  for (const [left, right] of halves(word)) {
    if ((await vocabulary.count(left)) < least) continue;
    if ((await vocabulary.count(right)) >= least) return [left, right];
  }
  return [];
}

/** Neighbours that the archive writes as one word more often than apart: `data base`, `dial up`. */
export async function joined(terms: readonly Term[], vocabulary: Vocabulary): Promise<Instead[]> {
  const pairs = terms.slice(1).map(async (term, index): Promise<Instead[]> => {
    const before = terms[index];
    if (!before?.plain || !term.plain) return [];
    const word = `${before.words[0]}${term.words[0]}`;
    const [together = 0, left = 0, right = 0] = await Promise.all(
      [word, before.words[0] ?? "", term.words[0] ?? ""].map((one) => vocabulary.count(one)),
    );
    if (together < LEAST || together < Math.min(left, right)) return [];
    const both = [index, index + 1];
    return [
      Math.min(left, right) === 0
        ? instead(both, word, SPELLING_WEIGHT, "spelling")
        : instead(both, word, JOINED_WEIGHT, "synonym"),
    ];
  });
  return (await Promise.all(pairs)).flat();
}

function instead(
  terms: readonly number[],
  word: string,
  weight: number,
  why: Instead["why"],
  phrase: readonly string[] = [word],
): Instead {
  return { terms, word, weight, why, phrase };
}

/**
 * Other names of the same thing, and other words for what happens, from groups of words and phrases (each a list of index words).
 * What the question has of a group, in whatever form (`froze`, `freezing`), is not asked for again.
 */
export function synonyms(terms: readonly Term[], groups: readonly string[][][]): Instead[] {
  const asked = terms.map((term) => stemOf(term.words[0] ?? ""));
  return groups.flatMap((group) => {
    const own = group.find((phrase) => placeOf(phrase, asked) >= 0);
    if (own === undefined) return [];
    const place = placeOf(own, asked);
    const stoodFor = own.map((_, index) => place + index);
    const others = group.filter((phrase) => placeOf(phrase, asked) < 0);
    return others.flatMap((phrase) =>
      phrase.map((word) =>
        instead(stoodFor, word, SYNONYM_WEIGHT / phrase.length, "synonym", phrase),
      ),
    );
  });
}

/** Where the words of a phrase stand among stems; -1 where they do not. */
function placeOf(phrase: readonly string[], stems: readonly string[]): number {
  const sought = phrase.map(stemOf);
  return stems.findIndex((_, start) => sought.every((stem, at) => stems[start + at] === stem));
}
