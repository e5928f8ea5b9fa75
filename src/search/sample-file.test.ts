import { expect, test } from "vitest";
import { commonWords, countIn } from "./common.ts";
import { commonAfter, sampleFile, type SampleFile } from "./sample-file.ts";
import { chunksOf } from "./words.ts";

/** Pages of which the `n`th word stands in every `n`th. */
const page = (number: number) => [
  Array.from({ length: 40 }, (_, at) => at + 1)
    .filter((every) => number % every === 0)
    .map((every) => `w${"x".repeat(every)}`)
    .join(" "),
];
const PAGES = Array.from({ length: 1200 }, (_, number) => page(number));
const count = (pages: string[][]) => countIn(pages, chunksOf);

function kept(pages: string[][]): SampleFile {
  return sampleFile(count(pages));
}

test("what is kept of a sample tells which words are common after pages were replaced", () => {
  const [gone, stay] = [PAGES.slice(0, 60), PAGES.slice(60)];
  const come = Array.from({ length: 50 }, () => page(11 * 13));
  const after = commonAfter(kept(PAGES), count(gone), count(come));
  const clean = commonWords(count([...come, ...stay]));
  expect(new Set(after)).toEqual(new Set(clean));
  expect(clean).not.toEqual(commonWords(count(PAGES)));
});

test("words far from common are not kept, and of a small sample nothing is", () => {
  const words = kept(PAGES).words.map(([word]) => word.length - 1);
  expect(Math.max(...words)).toBeLessThan(20);
  expect(kept(PAGES.slice(0, 900))).toEqual({ pages: 900, words: [] });
});
