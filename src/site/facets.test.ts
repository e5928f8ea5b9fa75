import { expect, test } from "vitest";
import { newestFirst, openFacets, pagesOf } from "./facets.ts";
import { byInitial } from "./initials.ts";
import { entryOf, type Entry } from "./entry.ts";
import { valueRow } from "./models/rows.ts";

const entry = (id: string, rest: Partial<Entry> = {}): Entry => ({
  ...entryOf({ frontMatter: { id, title: id }, body: "" }),
  ...rest,
});

test("lists are newest first, then by number", () => {
  const newest = newestFirst([
    entry("Q9000", { products: ["P"], modified: "2001-01-01" }),
    entry("Q100000", { products: ["P"] }),
    entry("Q10000", { products: ["P"], modified: "2001-01-01" }),
    entry("Q1", { products: ["P"], modified: "2002-01-01" }),
  ]);
  const { products } = openFacets(newest);
  const ids = products.values[0]?.slice(0, 4).map(({ id }) => id);
  expect(ids).toEqual(["Q1", "Q9000", "Q10000", "Q100000"]);
});

test("spellings that differ in case are one value, named as most articles write it", () => {
  const { keywords } = openFacets([
    entry("Q1", { keywords: ["kbVC600", "kbvc600"] }),
    entry("Q2", { keywords: ["kbvc600"] }),
  ]);
  expect(keywords.values).toHaveLength(1);
  expect(keywords.find("KBVC600")).toMatchObject({ text: "kbvc600", slug: "kbvc600" });
  expect(
    keywords
      .find("kbvc600")
      ?.slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(["Q1", "Q2"]);
});

test("a product that names none, and a code for machines, have no list", () => {
  const { products, keywords } = openFacets([
    entry("Q1", { products: ["See article", "P"], keywords: ["kbZNotKeyword2", "kbprint"] }),
  ]);
  expect(products.values.map(({ text }) => text)).toEqual(["P"]);
  expect(keywords.values.map(({ text }) => text)).toEqual(["kbprint"]);
});

test("different products have different addresses", () => {
  const names = ["Visual C", "Visual C++", "Visual C#", "Visual-C"];
  const { products } = openFacets([entry("Q1", { products: names })]);
  const slugs = products.values.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(4);
  expect(slugs).toContain("visual-cplusplus");
});

test("known codes have words, hidden ones no list", () => {
  const { keywords, types } = openFacets([
    entry("Q1", {
      keywords: ["kbnetwork", "kbZNotKeyword2", "kbWidgetSearch"],
      issueTypes: ["kbprb"],
    }),
  ]);
  expect(keywords.values.map(({ label, text }) => [label, text])).toEqual([
    ["Networking", "kbnetwork"],
  ]);
  expect(types.values[0]?.label).toBe("Problem");
});

test("a long list is cut into pages; an empty one has one page", () => {
  expect(pagesOf(5, 2)).toEqual([
    { start: 0, end: 2, number: 1, count: 3 },
    { start: 2, end: 4, number: 2, count: 3 },
    { start: 4, end: 5, number: 3, count: 3 },
  ]);
  expect(pagesOf(0, 2)).toEqual([{ start: 0, end: 0, number: 1, count: 1 }]);
});

test("long indexes are cut by initial letter, without the prefix of most codes", () => {
  const words = Array.from({ length: 70 }, (_, n) => `kb${String.fromCharCode(97 + (n % 3))}${n}`);
  const { keywords } = openFacets([entry("Q1", { keywords: [...words, "16bit"] })]);
  expect(byInitial(keywords.values.map(valueRow)).map(({ initial }) => initial)).toEqual([
    "0–9",
    "A",
    "B",
    "C",
  ]);
});

test("an event, a code or a file is listed where two articles name it, whatever the case", () => {
  const { codes, events } = openFacets([
    entry("Q1", { codes: ["0xC0000005", "C1001"], events: ["Spooler 7"] }),
    entry("Q2", { codes: ["0xc0000005"], events: ["Spooler 7"] }),
    entry("Q3", { codes: ["0xc0000005"] }),
  ]);
  expect(codes.values.map(({ text, slug }) => [text, slug])).toEqual([
    ["0xc0000005", "0xc0000005"],
  ]);
  expect(codes.find("C1001")).toBeUndefined();
  expect(events.values.map(({ slug }) => slug)).toEqual(["spooler-7"]);
});
