import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { selectionOf } from "./select.ts";

const entry = (id: string, ...products: string[]) =>
  entryOf({ frontMatter: { id, title: id, products }, body: "" });
const articles = [
  entry("Q99999"),
  entry("Q100000", "Mail Server"),
  entry("R100001"),
  entry("Q200000"),
];
const selected = (...words: string[]) =>
  articles.filter(selectionOf(words).takes).map(({ id }) => id);

test("without words, every article is selected", () => {
  expect(selected()).toHaveLength(4);
});

test("a range takes the ids between its ends, both included, of its own letters", () => {
  expect(selected("Q99999-Q199999")).toEqual(["Q99999", "Q100000"]);
  expect(selected("R0-999999")).toEqual(["R100001"]);
});

test("a product takes its articles, whatever the case; several words add up", () => {
  expect(selected("mail server")).toEqual(["Q100000"]);
  expect(selected("mail server", "Q200000-Q200000")).toEqual(["Q100000", "Q200000"]);
  expect(selected("Mail")).toEqual([]);
});
