import { expect, test } from "vitest";
import { Facts } from "./facts.ts";
import { factsFile, type FactsFile } from "./facts-file.ts";

const page = (article: string, modified: string, product: string) => ({
  article,
  modified,
  values: { product: [product], year: [], issue: [], keyword: ["kbone", "kbtwo"], trial: ["none"] },
});

const { text } = factsFile([
  page("R3", "2002-08-16", "Mail"),
  page("R1", "", "Print"),
  page("R2", "1970-01-02", "Print"),
]);
const facts = new Facts(JSON.parse(text) as FactsFile);

test("days are those of the pages; an unknown one comes before all", () => {
  expect(facts.day("R2")).toBe(1);
  expect(facts.day("R3")).toBe(Date.parse("2002-08-16") / 86_400_000);
  expect(facts.day("R1")).toBe(-1);
});

test("values are counted over the results, the commonest first", () => {
  expect(facts.counts(["R3", "R1", "R2"], {}).product).toEqual([
    ["Print", 2],
    ["Mail", 1],
  ]);
  expect(facts.counts(["R3"], {}).keyword).toEqual([
    ["kbone", 1],
    ["kbtwo", 1],
  ]);
});

test("a page fits when it has every chosen value", () => {
  expect(facts.fits("R3", { product: "Mail", keyword: "kbtwo" })).toBe(true);
  expect(facts.fits("R3", { product: "Print", keyword: "kbtwo" })).toBe(false);
  expect(facts.fits("R3", { year: "1900" })).toBe(false);
});

test("a filter's own choice does not narrow what else can be chosen", () => {
  const { product, keyword } = facts.counts(["R3", "R1"], { product: "Mail" });
  expect(product).toEqual([
    ["Print", 1],
    ["Mail", 1],
  ]);
  expect(keyword).toEqual([
    ["kbone", 1],
    ["kbtwo", 1],
  ]);
});
