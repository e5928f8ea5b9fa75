import type { Article } from "../../article/schema.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { digestOf, WordWeights } from "./word-weights.ts";

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
  SAID.clear();
  add([front.title], TITLE);
  add([front.queryWords?.join(" "), front.symptoms, front.cause, front.summary], MATTER);
  add([front.resolution, front.workaround, body], REST);
  return written(mostTelling());
}

/** What the words of the article at hand weigh. */
const SAID = new WordWeights();

function add(texts: readonly (string | undefined)[], weight: number): void {
  for (const text of texts) {
    if (text !== undefined) SAID.add(text.slice(0, READ).toLowerCase(), weight);
  }
}

function mostTelling(): number[] {
  const byWeight: number[][] = Array.from({ length: FULL + 1 }, () => []);
  SAID.forEach((digest, weight) => {
    if (weight >= LEAST && !COMMON.has(digest)) byWeight[Math.min(weight, FULL)]?.push(digest);
  });
  return byWeight.reverse().flat().slice(0, MOST);
}

const COMMON = new Set(COMMON_WORDS.flatMap((word) => [word, `${word}s`]).map(digestOf));

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes of a word's digest. */
const WIDTH = 3;

const BYTES = Buffer.alloc(MOST * WIDTH);

function written(digests: readonly number[]): string {
  let end = 0;
  for (const digest of digests) end = BYTES.writeUIntBE(fold(digest), end, WIDTH);
  return BYTES.toString("base64", 0, end);
}

/** From 32 bits to 24. */
function fold(digest: number): number {
  return (digest ^ (digest >>> 24)) & 0xffffff;
}

/** How many words there are in what `tellingWords` wrote. */
export function countWords(text: string): number {
  return text.length / CHARACTERS;
}

/** The digest at a place in what `tellingWords` wrote, counted from 0. */
export function wordAt(text: string, place: number): number {
  let digest = 0;
  for (let at = place * CHARACTERS; at < (place + 1) * CHARACTERS; at += 1)
    digest = (digest << 6) | (SIX_BITS[text.charCodeAt(at)] as number);
  return digest;
}

/** Of a digest in base64. */
const CHARACTERS = (WIDTH * 8) / 6;

/** What each character of base64 (RFC 4648, section 4) stands for, by its code. */
const SIX_BITS = new Uint8Array(128);
for (const [value, character] of [...BASE64].entries()) SIX_BITS[character.charCodeAt(0)] = value;
