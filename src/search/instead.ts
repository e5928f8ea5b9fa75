import type { Term } from "./question.ts";
import { beginnings, byLikelihood, halves, suggestions, type Suggestion } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word to ask for beside, or in place of, one of the question's. */
export interface Instead {
  /** Number of the question's term that it stands for. */
  term: number;
  word: string;
  /** What a match counts beside one of the word as typed. */
  weight: number;
  why: "spelling" | "synonym";
}

/** Pages that must have a word before it is taken for what was meant. */
const LEAST = 3;
/** A word of so many pages is taken without looking at other beginnings. */
const SURE = 100;
/** Slices of the vocabulary that one mistyped word may cost. */
const MOST_SLICES = 12;
/** Mistyped words that are looked into; a question with more of them is another language. */
const MOST_MISTYPED = 4;

const SPELLING_WEIGHT = 0.8;
const JOINED_WEIGHT = 0.6;
const SYNONYM_WEIGHT = 0.5;

/** What mistyped words may stand for: the nearest word of the archive, or two that lack the space between them. */
export async function corrections(
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Promise<Instead[]> {
  const unknown: number[] = [];
  for (const [index, term] of terms.entries()) {
    const count = await vocabulary.count(term.words[0] ?? "");
    if (term.plain && count === 0) unknown.push(index);
  }
  const found = await Promise.all(
    unknown.slice(0, MOST_MISTYPED).map(async (index) => {
      const words = await corrected(terms[index]?.words[0] ?? "", vocabulary);
      return words.map((word) => ({
        term: index,
        word,
        weight: SPELLING_WEIGHT,
        why: "spelling" as const,
      }));
    }),
  );
  return found.flat();
}

async function corrected(word: string, vocabulary: Vocabulary): Promise<string[]> {
  const near = new Map<string, Suggestion>();
  for (const starts of beginnings(word)) {
    const found = suggestions(word, await vocabulary.near(starts, MOST_SLICES), LEAST);
    for (const suggestion of found) near.set(suggestion.word, suggestion);
    const best = [...near.values()].sort(byLikelihood)[0];
    if (best && best.count >= SURE) return [best.word];
  }
  const best = [...near.values()].sort(byLikelihood)[0];
  if (best) return [best.word];
  for (const pair of halves(word)) {
    const [left, right] = await Promise.all(pair.map((half) => vocabulary.count(half)));
    if (Math.min(left ?? 0, right ?? 0) >= LEAST * 3) return pair;
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
    return [{ term: index, word, weight: JOINED_WEIGHT, why: "synonym" }];
  });
  return (await Promise.all(pairs)).flat();
}

/** Other names of the same thing, from groups of words and phrases (each a list of index words). */
export function synonyms(terms: readonly Term[], groups: readonly string[][][]): Instead[] {
  const asked = terms.map((term) => term.words[0] ?? "");
  return groups.flatMap((group) => {
    const own = group.find((phrase) => placeOf(phrase, asked) >= 0);
    if (own === undefined) return [];
    const term = placeOf(own, asked);
    const others = group.filter((phrase) => phrase !== own);
    return others.flatMap((phrase) =>
      phrase.map((word) => ({
        term,
        word,
        weight: SYNONYM_WEIGHT / phrase.length,
        why: "synonym" as const,
      })),
    );
  });
}

function placeOf(phrase: readonly string[], words: readonly string[]): number {
  return words.findIndex((_, start) => phrase.every((word, at) => words[start + at] === word));
}
