import { tellingWeight } from "./filler.ts";
import type { Instead } from "./instead.ts";
import type { WordCount } from "./plan.ts";
import type { Question } from "./question.ts";
import { rarityOf } from "./rarity.ts";
import { stemOf } from "./stem.ts";

/** A term of the question, as it is looked for in a page's text. */
export interface AskedTerm {
  /** How much it says. */
  weight: number;
  /** Ways to say it, each a word or words that stand together: the reader's own, what it was meant for, synonyms. */
  forms: readonly Form[];
}

export interface Form {
  stems: readonly string[];
  /** 1 for the reader's own word, or what it was meant for. */
  weight: number;
}

/** What a text counts that says it in other words than the reader's. */
const OTHERWISE = 0.6;

/** The question's terms in order; mistyped ones as they were meant. `pages`: of the archive. */
export function askedTerms(
  { terms }: Question,
  others: readonly Instead[],
  counts: ReadonlyMap<string, WordCount>,
  pages: number,
): AskedTerm[] {
  const count = (word: string): number => counts.get(word)?.pages ?? 0;
  return terms.map(({ words }, index) => {
    const [word = ""] = words;
    const forms = new Map<string, Form>();
    const instead = others.filter((other) => other.terms.includes(index));
    const meant = instead.filter(({ why }) => why === "spelling");
    const ways = [
      ...(count(word) > 0 ? [{ phrase: [word], weight: 1 }] : []),
      ...meant.map(({ phrase }) => ({ phrase, weight: 1 })),
      ...instead.map(({ phrase }) => ({ phrase, weight: OTHERWISE })),
    ];
    for (const { phrase, weight } of ways) {
      const stems = phrase.map(stemOf);
      const key = stems.join(" ");
      if (!forms.has(key)) forms.set(key, { stems, weight });
    }
    const rarest = Math.min(...(ways[0]?.phrase ?? []).map(count));
    return {
      weight: ways.length === 0 ? 0 : tellingWeight(word) * rarityOf(rarest, pages),
      forms: [...forms.values()],
    };
  });
}
