import { expect, test } from "vitest";
import { sliceCount, sliceOf } from "./slices.ts";

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
