import { expect, test } from "vitest";
import { maxFragments, mostRecent, searchFiles, sliceCount, sliceOf } from "./slices.ts";

test("a small archive is one slice, a large one several", () => {
  expect(sliceCount(0)).toBe(1);
  expect(sliceCount(25_000)).toBe(1);
  expect(sliceCount(60_335)).toBe(3);
});

test("a page's slice depends on its number alone", () => {
  expect(sliceOf("Q298836", 3)).toBe(sliceOf("R298836", 3));
  const slices = Array.from({ length: 300 }, (_, index) => sliceOf(`Q${100_000 + index}`, 3));
  for (const slice of [0, 1, 2]) expect(slices.filter((one) => one === slice)).toHaveLength(100);
});

test("a small archive is indexed anew after each edit, a large one after five hundred", () => {
  expect([100, 1999, 4000, 60_000].map(mostRecent)).toEqual([0, 0, 200, 500]);
});

test("texts share files where there would be too many", () => {
  expect(maxFragments(30_000, 2)).toBe(undefined);
  expect(maxFragments(60_000, 3)).toBe(11_000);
});

test("pages and index of 60,335 articles are within 100,000 files", () => {
  expect(searchFiles(30_090)).toBe(31_123);
  expect(searchFiles(60_335)).toBeLessThan(39_000);
});
