import { expect, test } from "vitest";
import { articlesPerFile, mostRecent, searchFiles, slicesOf } from "./slices.ts";

const articles = (count: number) => Array.from({ length: count }, (_, at) => `R${at}`);
const lengths = ({ slices }: { slices: string[][] }) => slices.map(({ length }) => length);

test("slices keep the order", () => {
  expect(slicesOf(articles(10)).slices).toEqual([articles(10).slice(0, 8), ["R8", "R9"]]);
  expect(lengths(slicesOf(articles(10), 4))).toEqual([4, 4, 2]);
  expect(slicesOf([]).slices).toEqual([]);
});

test("how large slices are follows from the number of articles", () => {
  const first = (count: number) => lengths(slicesOf(articles(count)))[0];
  expect([20, 2000, 2100, 30_090].map(first)).toEqual([8, 16, 32, 256]);
});

test("articles that share a file are in the same slice", () => {
  const { slices, perFile } = slicesOf(articles(60_335));
  expect(perFile).toBe(3);
  expect(lengths({ slices: slices.slice(0, -1) }).every((length) => length === 255)).toBe(true);
  expect(slices.flat()).toEqual(articles(60_335));
});

test("a small archive is indexed anew after each edit, a large one after five hundred", () => {
  expect([100, 1999, 4000, 60_000].map(mostRecent)).toEqual([0, 0, 200, 500]);
});

test("texts share files where there would be too many", () => {
  expect([0, 30_090, 60_335, 250_000].map(articlesPerFile)).toEqual([1, 1, 3, 8]);
});

test("the 67,800 pages of 60,335 articles and their index are within 92,000 files", () => {
  expect(searchFiles(30_090)).toBe(31_625);
  expect(searchFiles(60_335)).toBeLessThan(92_000 - 67_800);
});
