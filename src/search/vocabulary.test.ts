import { expect, test } from "vitest";
import { Vocabulary } from "./vocabulary.ts";
import { vocabularyFiles, type WordCounts } from "./vocabulary-files.ts";

const counts = new Map(
  Array.from({ length: 3000 }, (_, index): [string, WordCounts] => [
    `word${index}`,
    [1 + (index % 7)],
  ]),
).set("the", [900]);
/** What changed since: one page more has `word17`, two less `word18`, and `wordless` is new. */
const since = new Map<string, WordCounts>([
  ["word17", [1]],
  ["word18", [0, 2]],
  ["wordless", [3, 1]],
]);

const about = {
  fullText: { pages: 1000, length: 90 },
  titlesOnly: ["the"],
  phrases: [],
  synonyms: [],
};

async function open(folders?: string[]) {
  const files = new Map([
    ...vocabularyFiles(counts, about).map(({ path, text }) => [path, text] as const),
    ...vocabularyFiles(since, about).map(({ path, text }) => [`recent/${path}`, text] as const),
  ]);
  const fetched: string[] = [];
  const vocabulary = await Vocabulary.open((path) => {
    fetched.push(path);
    return Promise.resolve(files.get(path) ?? "");
  }, folders);
  return { vocabulary, fetched };
}

test("every word keeps its count", async () => {
  const { vocabulary } = await open();
  for (const [word, [pages]] of counts) expect(await vocabulary.count(word)).toBe(pages);
  expect(await vocabulary.count("the")).toBe(900);
  expect(await vocabulary.count("wordless")).toBe(0);
  expect(await vocabulary.count("")).toBe(0);
});

test("one word costs one slice, fetched once; a common one costs none", async () => {
  const { vocabulary, fetched } = await open();
  await Promise.all([
    vocabulary.count("word17"),
    vocabulary.count("word17"),
    vocabulary.count("the"),
  ]);
  expect(fetched).toHaveLength(2);
  expect(fetched[0]).toBe("words/head.gz");
});

test("words of the synonyms cost none, for questions ask for more of them than are asked", () => {
  const files = vocabularyFiles(counts, { ...about, synonyms: [[["word17"], ["word18", "nix"]]] });
  const head = JSON.parse(files[0]?.text ?? "") as {
    common: Record<string, WordCounts>;
  };
  expect(head.common).toEqual({ the: [900], word17: [4], word18: [5] });
});

test("words with one beginning are found across slices", async () => {
  const { vocabulary } = await open();
  const near = await vocabulary.near(["word29"], 8);
  expect(near.size).toBe(111);
  expect(near.get("word2999")).toBe(4);
});

test("what changed since is added, and what it replaced taken off", async () => {
  const { vocabulary } = await open(["", "recent/"]);
  expect(await vocabulary.count("word17")).toBe(5);
  expect(await vocabulary.count("word18")).toBe(3);
  expect(await vocabulary.count("wordless")).toBe(2);
  expect(await vocabulary.count("the")).toBe(900);
  expect((await vocabulary.near(["wordl"], 8)).get("wordless")).toBe(2);
});

test("each set is known by the words that it has, in whatever form", async () => {
  const { vocabulary } = await open(["", "recent/"]);
  expect(await vocabulary.has("wordlessness")).toEqual([false, true]);
  expect(await vocabulary.has("wordlest")).toEqual([false, false]);
  expect(await vocabulary.has("word17")).toEqual([true, true]);
  expect(await vocabulary.has("word18")).toEqual([true, false]);
});

test("words that come to mind without fetching have the counts of all pages", async () => {
  const files = new Map([
    ...vocabularyFiles(counts, about).map(({ path, text }) => [path, text] as const),
    ...vocabularyFiles(new Map([["the", [3, 5]]]), about, new Set(["the"])).map(
      ({ path, text }) => [`recent/${path}`, text] as const,
    ),
  ]);
  const fetchText = (path: string) => Promise.resolve(files.get(path) ?? "");
  const { common, pages } = await Vocabulary.open(fetchText, ["", "recent/"], 998);
  expect([common.get("the"), pages]).toEqual([898, 998]);
});
