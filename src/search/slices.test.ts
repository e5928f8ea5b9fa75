import { expect, test } from "vitest";
import { articlesPerFile, mostRecent, searchFiles, slicesOf } from "./slices.ts";

test("slices keep the order, and articles that share a file together", () => {
  const ids = Array.from({ length: 10 }, (_, at) => `R${at}`);
  expect(slicesOf(ids, 1, 10)).toEqual([ids]);
  expect(slicesOf(ids, 1, 4).map((slice) => slice.length)).toEqual([4, 4, 2]);
  expect(slicesOf(ids, 3, 4).map((slice) => slice.length)).toEqual([3, 3, 3, 1]);
  expect(slicesOf(ids, 3, 4).flat()).toEqual(ids);
  expect(slicesOf([], 1, 4)).toEqual([]);
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
