import { expect, test } from "vitest";
import { shownWords as stored, type ShownWord } from "./concealed.ts";
import { closeness, pageText } from "./rerank.ts";
import { stemOf } from "./stem.ts";

const shownWords = (text: string): ShownWord[] => stored(text, []);

const page = (title: string, text: string) => pageText(shownWords(title), shownWords(text));
const asked = ["print", "spooler", "stops"].map((word) => ({ stem: stemOf(word), rarity: 4 }));

test("the question's words in order count more than the same words apart, and these more than a part of them", () => {
  const phrase = closeness(asked, page("Notes", "the print spooler stopped"));
  const apart = closeness(
    asked,
    page("Notes", `spooler ${"x ".repeat(30)} print ${"x ".repeat(30)} stops`),
  );
  const some = closeness(asked, page("Notes", "the spooler"));
  expect(phrase).toBeGreaterThan(apart);
  expect(apart).toBeGreaterThan(some);
  expect(some).toBeGreaterThan(0);
});

test("a title counts more than a text", () => {
  expect(closeness(asked, page("Spooler", "other"))).toBeGreaterThan(
    closeness(asked, page("Other", "spooler")),
  );
});

test("nothing asked, nothing gained", () => {
  expect(closeness([], page("Title", "text"))).toBe(0);
});
