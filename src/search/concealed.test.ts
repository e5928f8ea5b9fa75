import fc from "fast-check";
import { expect, test } from "vitest";
import { conceal, hideBehind, reveal, shownWords } from "./concealed.ts";

test("what is concealed holds no letter, and comes back as it was", () => {
  const text = "The spooler's 2nd error: <none> & naïve";
  expect(conceal(text)).not.toMatch(/[\p{L}\p{N}\s]/u);
  expect(reveal(conceal(text))).toBe(text);
});

test("hidden words are indexed with their text and not shown", () => {
  const stored = `See ${hideBehind("(0xC5,1)", ["0xc5", "1"])} now`;
  expect(shownWords(stored)).toEqual([
    { text: "See", from: 0, to: 1 },
    { text: "(0xC5,1)", from: 1, to: 4 },
    { text: "now", from: 4, to: 5 },
  ]);
});

test("words concealed together are shown apart", () => {
  expect(shownWords(`one ${conceal("of the")} two`)).toEqual([
    { text: "one", from: 0, to: 1 },
    { text: "of", from: 1, to: 2 },
    { text: "the", from: 1, to: 2 },
    { text: "two", from: 2, to: 3 },
  ]);
});

test("words hidden behind nothing leave nothing to show", () => {
  expect(shownWords(`${hideBehind("", ["one", "two"])} text`).map(({ text }) => text)).toEqual([
    "text",
  ]);
});

test("any text of Latin-1 survives", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(reveal(conceal(text))).toBe(text);
    }),
  );
});
