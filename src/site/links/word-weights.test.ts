import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMON_WORDS } from "./common-words.ts";
import { digestOf, WordWeights } from "./word-weights.ts";

/** What is a word, as a regular expression. */
const WORD = /(?:[a-z_\u00c0-\uffff]|\d+[a-z_])[\w\u00c0-\uffff]{2,}|\b\d{4,5}\b/g;

const weights = new WordWeights();

const weighed = (...texts: [string, number][]) => {
  weights.clear();
  for (const [text, weight] of texts) weights.add(text, weight);
  const found: [number, number][] = [];
  weights.forEach((digest, weight) => found.push([digest, weight]));
  return found;
};

test("words and numbers are found as a regular expression finds them, in their order", () => {
  const part = fc.constantFrom(..."axus_059-'é’ ", "2000", "12345", "3com", "class", "status ");
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join("")),
      (text) => {
        const found = new Map<number, number>();
        for (const [word] of text.matchAll(WORD)) {
          const digest = digestOf(word);
          found.set(digest, (found.get(digest) ?? 0) + 2);
        }
        expect(weighed([text, 2])).toEqual([...found]);
      },
    ),
    { numRuns: 500 },
  );
});

test("weights are added up, and those of plurals to the singular's", () => {
  const words = weighed(["server process", 4], ["the servers", 1]);
  expect(words).toEqual([
    [digestOf("server"), 5],
    [digestOf("process"), 4],
    [digestOf("the"), 1],
  ]);
});

test("words whose digests name one place are two words all the same", () => {
  const places = new Map<number, string>();
  const [one, two] = (() => {
    for (let n = 0; ; n += 1) {
      const word = `word${n}`;
      const place = digestOf(word) & 0x1fff;
      const other = places.get(place);
      if (other !== undefined) return [other, word];
      places.set(place, word);
    }
  })();
  expect(weighed([`${one} ${two} ${two}`, 1])).toEqual([
    [digestOf(one), 1],
    [digestOf(two), 2],
  ]);
});

test("an emptied table holds no word", () => {
  weights.add("spooler", 1);
  weights.clear();
  weights.forEach(() => expect.unreachable());
});

test("no common word is lost with its plural: the list holds singulars", () => {
  const isSingular = (word: string) => word.length <= 4 || /(?:ss|us|[^s])$/.test(word);
  expect(COMMON_WORDS.filter((word) => !isSingular(word))).toEqual([]);
});
