import { expect, test } from "vitest";
import { bestOf, hitsOf } from "./hits.ts";

const form = (text: string, weight = 1) => ({ stems: text.split(" "), weight });
const asked = [
  { weight: 4, forms: [form("freez"), form("stop respond", 0.6)] },
  { weight: 2, forms: [form("print")] },
  { weight: 0, forms: [] },
];
const text = "print stop respond print freez stop print".split(" ");

test("each term's hits are found in the order of the text, phrases as a whole", () => {
  expect(hitsOf(asked, text)).toEqual([
    [
      { term: 0, from: 1, to: 2, weight: 0.6 },
      { term: 0, from: 4, to: 4, weight: 1 },
    ],
    [0, 3, 6].map((at) => ({ term: 1, from: at, to: at, weight: 1 })),
    [],
  ]);
});

test("of the forms that stand there the best counts", () => {
  expect(bestOf(hitsOf(asked, text))).toEqual([1, 1, 0]);
  expect(bestOf(hitsOf(asked, ["stop", "respond"]))).toEqual([0.6, 0, 0]);
});

test("a phrase's words may stand a little apart, in their order", () => {
  const phrase = [{ weight: 4, forms: [form("turn off")] }];
  const spans = (text: string) =>
    hitsOf(phrase, text.split(" "))[0]?.map(({ from, to }) => [from, to]);
  expect(spans("turn the printer off")).toEqual([[0, 3]]);
  expect(spans("turn x x x off")).toEqual([]);
  expect(spans("off turn")).toEqual([]);
});
