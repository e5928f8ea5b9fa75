import type { Article } from "../../article/schema.ts";
import { COMMON_WORDS } from "./common-words.ts";

/** How many words are held of one article. */
const MOST = 40;

/** A word counts so much in the title, in a section that says what the matter is, in the rest. */
const TITLE = 4;
const MATTER = 2;
const REST = 1;

/**
 * What is said once in the rest says little, and what is said time and again no more than what is said in the title and beside. So a sentence
 * that is added to an article rarely changes its words.
 */
const LEAST = 2;
const FULL = 6;

/** How much of a text is read: what an article is about is said at its beginning. */
const READ = 2_000;

/**
 * The words that say most of what an article is about, the most telling first: of each a digest of three bytes, all in base64, so that they
 * can be held for a whole archive.
 */
export function tellingWords({ frontMatter: front, body }: Article): string {
  const said = new Map<string, number>();
  count(said, [front.title], TITLE);
  count(said, [front.queryWords?.join(" "), front.symptoms, front.cause, front.summary], MATTER);
  count(said, [front.resolution, front.workaround, body], REST);
  const telling = [...inSingular(said)].filter(([, weight]) => weight >= LEAST);
  telling.sort(([, a], [, b]) => Math.min(b, FULL) - Math.min(a, FULL));
  return written(telling.slice(0, MOST).map(([word]) => digestOf(word)));
}

function count(
  said: Map<string, number>,
  texts: readonly (string | undefined)[],
  weight: number,
): void {
  for (const text of texts) {
    for (const word of text?.slice(0, READ).toLowerCase().match(WORD) ?? []) {
      if (!COMMON.has(word)) said.set(word, (said.get(word) ?? 0) + weight);
    }
  }
}

/** Words of three letters or more, `3com` among them, and numbers of four or five digits: longer ones are sizes of files. */
const WORD = /(?:[a-z_\u00c0-\uffff]|\d+[a-z_])[\w\u00c0-\uffff]{2,}|\b\d{4,5}\b/g;

/** The same counts, with those of plurals added to the singular's. */
function inSingular(said: ReadonlyMap<string, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [found, weight] of said) {
    const word = singular(found);
    weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  return weights;
}

function singular(word: string): string {
  return word.endsWith("s") && word.length > 4 && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

const COMMON = new Set(COMMON_WORDS.flatMap((word) => [word, `${word}s`]));

/** By the function of Fowler, Noll and Vo (FNV-1a, 32 bits), folded to 24 bits. */
function digestOf(word: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    digest = Math.imul(digest ^ word.charCodeAt(at), 0x01000193);
  }
  return (digest ^ (digest >>> 24)) & 0xffffff;
}

/** Bytes of a word's digest. */
const WIDTH = 3;

function written(words: readonly number[]): string {
  const bytes = Buffer.alloc(words.length * WIDTH);
  for (const [at, word] of words.entries()) bytes.writeUIntBE(word, at * WIDTH, WIDTH);
  return bytes.toString("base64");
}

/** The digests that `tellingWords` wrote. */
export function readWords(text: string): number[] {
  const bytes = Buffer.from(text, "base64");
  const words: number[] = [];
  for (let at = 0; at < bytes.length; at += WIDTH) words.push(bytes.readUIntBE(at, WIDTH));
  return words;
}
