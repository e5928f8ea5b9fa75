import { expect, test } from "vitest";
import { askedTerms } from "./asked.ts";
import type { Instead } from "./instead.ts";
import { readQuestion } from "./question.ts";

const counts = new Map(
  Object.entries({ spooler: 12, hang: 500, freezes: 40, when: 600, stop: 700, responding: 90 }).map(
    ([word, pages]) => [word, { pages, common: false }],
  ),
);

const asked = (text: string, others: Instead[] = []) =>
  askedTerms(readQuestion(text), others, counts, 1000);

test("a term has the reader's word and, for less, those that say it otherwise", () => {
  const phrase = ["stop", "responding"];
  const synonym = (word: string): Instead => ({
    terms: [0],
    word,
    weight: 0.25,
    why: "synonym",
    phrase,
  });
  expect(asked("freezes", phrase.map(synonym))[0]?.forms).toEqual([
    { stems: ["freez"], weight: 1 },
    { stems: ["stop", "respond"], weight: 0.6 },
  ]);
});

test("a mistyped word that no article has is the one that was meant", () => {
  const spooler: Instead = {
    terms: [0],
    word: "spooler",
    weight: 0.8,
    why: "spelling",
    phrase: ["spooler"],
  };
  expect(asked("spoolre", [spooler])[0]?.forms).toEqual([{ stems: ["spooler"], weight: 1 }]);
});

test("rare words weigh most; words of grammar and words that no article has little and nothing", () => {
  const [when, spooler, hang, unknown] = asked("when spooler hang qqx").map(({ weight }) => weight);
  expect(spooler).toBeGreaterThan(hang ?? 0);
  expect(when).toBeLessThan((hang ?? 0) / 3);
  expect(unknown).toBe(0);
});
