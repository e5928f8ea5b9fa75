import fc from "fast-check";
import { expect, test } from "vitest";
import {
  conceal,
  concealedWord,
  concealWords,
  hideBehind,
  reveal,
  shownWords,
} from "./concealed.ts";

const PHRASES = ["the", "following", "Microsoft,"];
const NUMBERS = new Map(PHRASES.map((word, number) => [word, number]));
const concealed = (words: readonly string[]) =>
  concealWords(words.map((word) => concealedWord(word, NUMBERS)));

test("what is concealed holds no letter, and comes back as it was", () => {
  const text = "The spooler's 2nd error: <none> & naïve";
  expect(conceal(text)).not.toMatch(/[\p{L}\p{N}\s]/u);
  expect(reveal(conceal(text))).toBe(text);
});

test("hidden words are indexed with their text and not shown", () => {
  const stored = `See ${hideBehind("(0xC5,1)", 2)} 0xc5 1 now`;
  expect(shownWords(stored, [])).toEqual([
    { text: "See", from: 0, to: 1 },
    { text: "(0xC5,1)", from: 1, to: 4 },
    { text: "now", from: 4, to: 5 },
  ]);
});

test("words concealed together are shown apart, those of the phrasebook at a character each", () => {
  const run = concealed(["of", "in", "the", "following"]);
  expect(run).toHaveLength(7);
  expect(shownWords(`one ${run} two`, PHRASES).map(({ text, from }) => [text, from])).toEqual([
    ["one", 0],
    ["of", 1],
    ["in", 1],
    ["the", 1],
    ["following", 1],
    ["two", 2],
  ]);
});

test("words hidden behind nothing leave nothing to show", () => {
  const stored = `${hideBehind("", 2)} one two text`;
  expect(shownWords(stored, []).map(({ text }) => text)).toEqual(["text"]);
});

test("any text of Latin-1 survives", () => {
  const word = fc.oneof(fc.constantFrom(...PHRASES), fc.stringMatching(/^[!-~\xa1-\xff]+$/));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const shown = shownWords(concealed(words), PHRASES);
      expect(shown.map(({ text }) => text)).toEqual(words);
    }),
  );
});
