import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, halves, mistakesAllowed, suggestions } from "./spelling.ts";

test.each([
  ["dobulespace", "doublespace", 1],
  ["brighness", "brightness", 1],
  ["orginator", "originator", 1],
  ["recieve", "receive", 1],
  ["serivce", "service", 1],
  ["kitten", "sitting", 3],
  ["same", "same", 0],
])("%s and %s are %i apart", (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance);
});

test("the distance is the same both ways, and never more than asked for plus one", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      const there = editDistance(a, b, most);
      expect(Math.min(there, most + 1)).toBe(Math.min(editDistance(b, a, most), most + 1));
    }),
  );
});

test("the nearest comes first, then the commonest", () => {
  const vocabulary = new Map([
    ["spooler", 90],
    ["spoolers", 200],
    ["stapler", 50],
    ["spoler", 1],
  ]);
  expect(suggestions("spoolre", vocabulary, 3).map(({ word }) => word)).toEqual(["spooler"]);
  expect(suggestions("spoolerz", vocabulary, 3).map(({ word }) => word)).toEqual([
    "spoolers",
    "spooler",
  ]);
});

test("short words and codes are taken at their word", () => {
  expect(mistakesAllowed("nt4")).toBe(0);
  expect(mistakesAllowed("dns")).toBe(0);
  expect(mistakesAllowed("0x80040e14")).toBe(0);
});

test("a word without its space is read as two", () => {
  expect(halves("diskfull")).toContainEqual(["disk", "full"]);
  expect(halves("disk")).toEqual([]);
});
