import { expect, test } from "vitest";
import type { PagefindResult } from "./pagefind.ts";
import type { Lookup } from "./plan.ts";
import { merge } from "./rank.ts";

const lookup = (word: string, term: number, more: Partial<Lookup> = {}): Lookup => ({
  word,
  terms: [term],
  weight: 1,
  instead: false,
  rarity: 4,
  ...more,
});

/** Pages that have a word, each with as many points as the word is rare. */
function found(lookup: Lookup, ids: string[]) {
  const results = ids.map((id): PagefindResult => ({
    id,
    score: lookup.rarity,
    words: [],
    data: () => Promise.reject(new Error("is not read here")),
  }));
  return { lookup, results };
}

const order = (...all: ReturnType<typeof found>[]) => merge(all).map(({ result }) => result.id);

test("a page with both words stands above pages with one of them", () => {
  expect(
    order(found(lookup("spooler", 0), ["A", "B"]), found(lookup("stops", 1), ["B", "C"])),
  ).toEqual(["B", "A", "C"]);
});

test("one rare word outweighs two common ones", () => {
  expect(
    order(
      found(lookup("snowflakes", 0, { rarity: 9 }), ["A"]),
      found(lookup("letters", 1, { rarity: 3 }), ["B"]),
      found(lookup("screen", 2, { rarity: 3 }), ["B"]),
    ),
  ).toEqual(["A", "B"]);
});

test("a synonym counts in place of the reader's word, not beside it", () => {
  const [both, own] = merge([
    found(lookup("freeze", 0), ["A", "B"]),
    found(lookup("hang", 0, { instead: true, weight: 0.5 }), ["A"]),
  ]);
  expect(both?.score).toBe(own?.score);
});
