import { expect, test } from "vitest";
import { planOf, type WordCount } from "./plan.ts";
import { readQuestion } from "./question.ts";

/** Counts of an archive of 1,000 pages where words of more than 100 are indexed in titles alone. */
function counts(pages: Record<string, number>): Map<string, WordCount> {
  return new Map(
    Object.entries(pages).map(([word, count]) => [word, { pages: count, common: count > 100 }]),
  );
}

function lookups(text: string, pages: Record<string, number>): string[] {
  return planOf(readQuestion(text).terms, counts(pages), 1000).map(({ word }) => word);
}

test("the rarest words are asked for first, common ones last", () => {
  const pages = { windows: 600, spooler: 12, stops: 80 };
  expect(lookups("windows spooler stops", pages)).toEqual(["spooler", "stops", "windows"]);
});

test("words that no article has are not asked for", () => {
  expect(
    lookups("\\\\MYSERVER7\\share access denied", { share: 50, access: 90, denied: 30 }),
  ).toEqual(["denied", "share", "access"]);
});

test("words of grammar are asked for only if nothing else is left", () => {
  const pages = { the: 990, to: 980, how: 500, printer: 40 };
  expect(lookups("how to the printer", pages)).toEqual(["printer"]);
  expect(lookups("the", pages)).toEqual(["the"]);
});

test("a name weighs more than its parts", () => {
  const plan = planOf(
    readQuestion("mapi32.dll").terms,
    counts({ mapi32dll: 3, mapi32: 4, dll: 90 }),
    1000,
  );
  expect(plan.map(({ word, weight }) => [word, weight])).toEqual([
    ["mapi32dll", 1],
    ["mapi32", 0.2],
    ["dll", 0.2],
  ]);
});

test("forty pasted words are cut to a bounded number of lookups", () => {
  const words = Array.from({ length: 40 }, (_, index) => `w${index}`);
  const pages = Object.fromEntries(words.map((word, index) => [word, index + 1]));
  expect(lookups(words.join(" "), pages)).toHaveLength(9);
});

test("rare words that say little are asked for after the others", () => {
  const pages = { anything: 3, somebody: 4, spooler: 12, stops: 80 };
  expect(lookups("somebody stops anything spooler", pages)).toEqual([
    "spooler",
    "stops",
    "anything",
    "somebody",
  ]);
});

test("a word that two groups of synonyms have is asked for once", () => {
  const synonym = {
    terms: [0],
    word: "hang",
    weight: 0.5,
    why: "synonym",
    phrase: ["hang"],
  } as const;
  const plan = planOf(readQuestion("freeze").terms, counts({ freeze: 9, hang: 50 }), 1000, [
    synonym,
    synonym,
  ]);
  expect(plan.map(({ word, instead }) => [word, instead])).toEqual([
    ["freeze", false],
    ["hang", true],
  ]);
});
