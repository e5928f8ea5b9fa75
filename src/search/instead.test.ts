import { expect, test } from "vitest";
import { completion, corrections, joined, nearest, synonyms } from "./instead.ts";
import { readQuestion } from "./question.ts";
import { Vocabulary } from "./vocabulary.ts";
import { vocabularyFiles, type WordCounts } from "./vocabulary-files.ts";

const PAGES: Record<string, number> = {
  windows: 4000,
  wndows: 2,
  visual: 900,
  basic: 800,
  visualbasic: 1,
  spooler: 12,
  database: 400,
  data: 700,
  base: 90,
};

async function vocabulary(): Promise<Vocabulary> {
  const counts = new Map(
    Object.entries(PAGES).map(([word, pages]): [string, WordCounts] => [word, [pages]]),
  );
  const about = {
    fullText: { pages: 9000, length: 90 },
    titlesOnly: [],
    phrases: [],
    synonyms: [],
  };
  const files = new Map(vocabularyFiles(counts, about).map(({ path, text }) => [path, text]));
  return Vocabulary.open((path) => Promise.resolve(files.get(path) ?? ""));
}

async function corrected(text: string): Promise<string[]> {
  const found = await corrections(readQuestion(text).terms, await vocabulary());
  return found.map(({ word }) => word);
}

test("a word that no article has is taken for the nearest", async () => {
  expect(await corrected("spoolre stops")).toEqual(["spooler"]);
});

test("a mistake that some articles have, too, is asked for as it is meant besides", async () => {
  expect(await corrected("wndows")).toEqual(["windows"]);
  expect(await corrected("spooler")).toEqual([]);
});

test("a word that is being typed is taken for the commonest that begins with it", async () => {
  const words = async (text: string) =>
    (await completion(readQuestion(text).terms, await vocabulary())).map(({ word }) => word);
  expect(await words("broken spoo")).toEqual(["spooler"]);
  expect(await words("visu")).toEqual(["visual"]);
  expect(await words("data")).toEqual([]);
  expect(await words("qqx")).toEqual([]);
});

test("a missing space is put in", async () => {
  expect(await corrected("visualbasic")).toEqual(["visual", "basic"]);
});

test("two words that the archive writes as one stand for both of them", async () => {
  const found = await joined(readQuestion("broken data base").terms, await vocabulary());
  expect(found.map(({ word, terms, why }) => [word, terms, why])).toEqual([
    ["database", [1, 2], "synonym"],
  ]);
});

test("a space that was typed into a word is taken out", async () => {
  const found = await joined(readQuestion("win dows").terms, await vocabulary());
  expect(found.map(({ word, why }) => [word, why])).toEqual([["windows", "spelling"]]);
});

test("a synonym stands for all words of the phrase that it replaces", () => {
  const group = [[["hang"], ["stops", "responding"]]];
  expect(synonyms(readQuestion("it stops responding").terms, group)).toEqual([
    { terms: [1, 2], word: "hang", weight: 0.5, why: "synonym", phrase: ["hang"] },
  ]);
});

test("a synonym is found in any form of its word, and not asked for where the question has it", () => {
  const group = [[["delete"], ["remove"], ["get", "rid", "of"]]];
  const words = (text: string) =>
    synonyms(readQuestion(text).terms, group).map(({ word, weight }) => [word, weight]);
  expect(words("deleting a file")).toEqual([
    ["remove", 0.5],
    ["get", 0.5 / 3],
    ["rid", 0.5 / 3],
    ["of", 0.5 / 3],
  ]);
  expect(words("get rid of what I deleted")).toEqual([["remove", 0.5]]);
});

test("where nothing was found, words with more mistakes are offered", async () => {
  expect(await nearest(readQuestion("spxxler").terms, await vocabulary())).toEqual(["spooler"]);
  expect(await nearest(readQuestion("qqxxyyzz").terms, await vocabulary())).toEqual([]);
});
