import type { AskedTerm } from "./asked.ts";
import type { ShownWord } from "./concealed.ts";
import { isGrammar } from "./filler.ts";
import { bestOf, hitsOf, type Hit } from "./hits.ts";
import { stemOf } from "./stem.ts";
import { chunksOf } from "./words.ts";

/** What a page says in full, for a second look at the best candidates: index words in reading order, their endings cut. */
export interface PageText {
  title: readonly string[];
  text: readonly string[];
  products: ReadonlySet<string>;
}

/** `products`: their names, as a result shows them. */
export function pageText(
  title: readonly ShownWord[],
  text: readonly ShownWord[],
  products: string,
): PageText {
  return {
    title: title.flatMap((word) => stemsIn(word.text)),
    text: text.flatMap((word) => stemsIn(word.text)),
    products: new Set(products.split(/\s+/).flatMap(stemsIn)),
  };
}

/**
 * What a page's text counts beside the index's score, which is a sum of rarities as these are. Fitted to the questions that the
 * benchmark has for tuning (a linear model, least cross entropy among the best forty).
 */
const WEIGHTS = {
  /** What the page says of the question, wherever and in whatever words. */
  said: 1.5,
  /** The same in its first words, which tell what it is about. */
  lead: 1.5,
  /** The same in the title, but in other words than the reader's: his own the index has weighed. */
  titleOtherwise: 2.4,
  /** How much of the title was asked for. */
  titleAsked: 0.7,
  /** What the question says of the article's products. */
  product: 1.2,
  /** What stands near together. */
  near: 1.4,
  /** Neighbours of the question that are neighbours in the text. */
  pairs: 1.4,
};

/** Words of a text that are its beginning: symptoms or summary. */
const LEAD = 70;
/** How many words are near together. */
const NEAR = 30;

/** Points for how a page says what is asked. */
export function closeness(
  asked: readonly AskedTerm[],
  { title, text, products }: PageText,
): number {
  const inTitle = hitsOf(asked, title);
  const inText = hitsOf(asked, text);
  const inLead = inText.map((hits) => hits.filter(({ from }) => from < LEAD));
  const anywhere = inText.map((hits, term) => [...(inTitle[term] ?? []), ...hits]);
  const sum = (shares: readonly number[]): number =>
    asked.reduce((total, { weight }, term) => total + weight * (shares[term] ?? 0), 0);
  const ofProducts = asked.map(({ forms }) =>
    Number(forms.some(({ stems }) => stems.every((stem) => products.has(stem)))),
  );
  return (
    WEIGHTS.said * sum(bestOf(anywhere)) +
    WEIGHTS.lead * sum(bestOf(inLead)) +
    WEIGHTS.titleOtherwise * sum(bestOf(inTitle).map((best) => (best < 1 ? best : 0))) +
    WEIGHTS.titleAsked * askedShare(title, inTitle) * sum(asked.map(() => 1)) +
    WEIGHTS.product * sum(ofProducts) +
    WEIGHTS.near * Math.max(densest(inTitle, asked), densest(inText, asked)) +
    WEIGHTS.pairs * pairs(inText, asked)
  );
}

/** The share of the title's words that were asked for, words of grammar left out. */
function askedShare(title: readonly string[], hits: readonly (readonly Hit[])[]): number {
  const found = new Set<number>();
  for (const { from, to } of hits.flat()) for (let at = from; at <= to; at++) found.add(at);
  const telling = [...title.entries()].filter(([, stem]) => !isGrammar(stem));
  if (telling.length === 0) return 0;
  return telling.filter(([at]) => found.has(at)).length / telling.length;
}

/** The most weight that stands within `NEAR` words. */
function densest(hits: readonly (readonly Hit[])[], asked: readonly AskedTerm[]): number {
  const inOrder = hits.flat().sort((a, b) => a.from - b.from);
  const worth = bestOf(hits).map((best, term) => best * (asked[term]?.weight ?? 0));
  const inWindow = new Uint32Array(asked.length);
  let [present, most, first] = [0, 0, 0];
  for (const { term, from } of inOrder) {
    const before = inWindow[term] ?? 0;
    if (before === 0) present += worth[term] ?? 0;
    inWindow[term] = before + 1;
    for (let old = inOrder[first]; old && old.from <= from - NEAR; old = inOrder[++first]) {
      const left = (inWindow[old.term] ?? 0) - 1;
      if (left === 0) present -= worth[old.term] ?? 0;
      inWindow[old.term] = left;
    }
    most = Math.max(most, present);
  }
  return most;
}

/** What the rarer of two neighbours counts beside the other. */
const RARER = 0.6;

/** Weight of the question's neighbours that are neighbours on the page, in the same order. */
function pairs(hits: readonly (readonly Hit[])[], asked: readonly AskedTerm[]): number {
  return asked.slice(1).reduce((total, { weight }, index) => {
    const together = besides(hits[index] ?? [], hits[index + 1] ?? []);
    const before = asked[index]?.weight ?? 0;
    const both = Math.min(weight, before) + RARER * Math.max(weight, before);
    return total + together * both;
  }, 0);
}

/** The weight of the best hit that follows one of another term at once; 0 where none does. */
function besides(left: readonly Hit[], right: readonly Hit[]): number {
  const ends = new Map<number, number>();
  for (const { to, weight } of left) ends.set(to, Math.max(weight, ends.get(to) ?? 0));
  return Math.max(0, ...right.map(({ from, weight }) => Math.min(weight, ends.get(from - 1) ?? 0)));
}

const stems = new Map<string, string[]>();
/** Spellings whose stem is remembered: texts repeat themselves. */
const REMEMBERED = 20_000;

/** The stem of a word; of a name that of the whole, of names that punctuation glues together each one's. */
function stemsIn(spelling: string): string[] {
  const known = stems.get(spelling);
  if (known) return known;
  if (stems.size >= REMEMBERED) stems.clear();
  const names = chunksOf(spelling).flatMap((chunk) => chunk.names);
  const found = names.flatMap((name) => name.slice(0, 1)).map(stemOf);
  stems.set(spelling, found);
  return found;
}
