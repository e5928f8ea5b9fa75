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

/** The digests that `tellingWords` wrote. */
export function readWords(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const words = new Uint32Array(bytes.length / WIDTH);
  for (let at = 0; at < words.length; at += 1) words[at] = bytes.readUIntBE(at * WIDTH, WIDTH);
  return words;
}
