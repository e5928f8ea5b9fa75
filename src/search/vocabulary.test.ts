import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Vocabulary } from "./vocabulary.ts";
import { vocabularyFiles } from "./vocabulary-files.ts";

const counts = new Map(
  Array.from({ length: 3000 }, (_, index): [string, number[]] => [`word${index}`, [index % 7, 1]]),
).set("the", [450, 450]);

async function open() {
  const files = new Map(
    vocabularyFiles(counts, {
      fullText: [
        { pages: 500, length: 90 },
        { pages: 500, length: 90 },
      ],
      titlesOnly: ["the"],
      phrases: [],
      synonyms: [],
    }).map(({ path, bytes }) => [path, bytes]),
  );
  const fetched: string[] = [];
  const vocabulary = await Vocabulary.open((path) => {
    fetched.push(path);
    return Promise.resolve(gunzipSync(files.get(path) ?? new Uint8Array()).toString());
  });
  return { vocabulary, fetched };
}

test("every word keeps its count", async () => {
  const { vocabulary } = await open();
  for (const [word, count] of counts) expect(await vocabulary.counts(word)).toEqual(count);
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

test("words with one beginning are found across slices", async () => {
  const { vocabulary } = await open();
  const near = await vocabulary.near(["word29"], 8);
  expect(near.size).toBe(111);
  expect(near.get("word2999")).toBe(4);
});
