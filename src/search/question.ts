import { chunksOf } from "./words.ts";

/** A question as typed, taken apart. */
export interface Question {
  text: string;
  /** Numbers of articles that the text names, in whatever form: `298836` for `kb 298836`. */
  ids: string[];
  /** What to look for, in the order of the text; no index word stands in two terms. */
  terms: Term[];
}

/** One word of the question, or one name such as `Foo.dll`: its index words, the most telling first. */
export interface Term {
  text: string;
  words: string[];
  /** What the planner may correct: one word of letters. */
  plain: boolean;
}

/** No question needs more; what is pasted beyond is not read. */
const MAX_LENGTH = 2000;

export function readQuestion(input: string): Question {
  const text = input.slice(0, MAX_LENGTH).replace(/\s+/g, " ").trim();
  const alone = ALONE.exec(text)?.groups?.["id"];
  const ids = alone === undefined ? namedIds(text) : [alone];
  const terms = termsOf(
    /^(?:(?:ms)?kb|article)/i.test(text) && alone !== undefined ? `Q${alone}` : text,
  );
  return { text, ids: [...new Set(ids.map((id) => id.replace(/^0+/, "")))], terms };
}

/** The word under which an article's own number is indexed. No text contains it, so references do not match. */
export function ownIdWord(digits: string): string {
  return `ownid${digits}`;
}

const ALONE = /^#?(?:(?:(?:ms)?kb|q|article(?: id)?)[\s:#-]*|[A-Z]{1,4})?(?<id>\d{4,9})[.,]?$/i;
const NAMED =
  /\b(?:(?:ms)?kb|q|knowledge base|article(?: id| number| no\.?)?)(?:: ?|[ #-]{0,2})(\d{5,7})\b/gi;
/** `articles/q298/8/36.asp`, the addresses of the 1990s. */
const OLD_ADDRESS = /\bq(\d{2,3})\/(\d)\/(\d{2})(?:\.\w+)?/gi;
/** `support.example/kb/298836`, `?id=kb;en-us;298836`, `?kbid=298836`. */
const ADDRESS = /(?:\/kb\/|\/help\/|kb;[\w-]+;|[?&](?:kb)?id=)q?(\d{5,7})\b/gi;

function namedIds(text: string): string[] {
  const old = [...text.matchAll(OLD_ADDRESS)].map((match) => match.slice(1).join(""));
  const named = [...text.matchAll(NAMED), ...text.matchAll(ADDRESS)].map((match) => match[1] ?? "");
  return [...old, ...named];
}

function termsOf(text: string): Term[] {
  const seen = new Set<string>();
  const terms: Term[] = [];
  for (const { raw, names, plain } of chunksOf(text)) {
    for (const name of names) {
      const words = name.filter((word) => !seen.has(word));
      for (const word of words) seen.add(word);
      if (words.length > 0) terms.push({ text: raw, words, plain });
    }
  }
  return terms;
}
