import { expect, test } from "vitest";
import { readQuestion } from "./question.ts";

test.each([
  "Q298836",
  "q298836",
  "298836",
  "kb298836",
  "KB 298836",
  "KB-298836",
  "Article ID: 298836",
  "mskb 298836",
  "Q0298836",
  "articles/q298/8/36.asp",
  "http://support.example/support/kb/articles/Q298/8/36.ASP",
  "https://support.example/kb/298836",
  "default.aspx?scid=kb;en-us;298836",
  "https://support.example/?kbid=298836",
  "http://support.example/default.aspx?id=298836",
  "kb article 298836",
  "knowledge base 298836",
  "what does article #298836 say",
  "see also Q298836 on this",
])("%s names article 298836", (text) => {
  expect(readQuestion(text).ids).toEqual(["298836"]);
});

test.each([
  "event 13005",
  "page.asp?id=77",
  "article 12",
  "65,535",
  "mailbox 65535",
  "0x80040e14",
  "error 1053 nt 4",
])("%s names no article", (text) => {
  expect(readQuestion(text).ids).toEqual([]);
});

test("a number alone may be an article's and is looked for as a word, too", () => {
  const question = readQuestion("13005");
  expect(question.ids).toEqual(["13005"]);
  expect(question.terms).toEqual([{ text: "13005", words: ["13005z"], plain: false }]);
});

test("repeats are asked once, and a pasted novel is cut", () => {
  expect(readQuestion("error error Error").terms).toHaveLength(1);
  expect(readQuestion("word ".repeat(10_000)).text.length).toBeLessThanOrEqual(2000);
});

test("nothing asked, nothing to look for", () => {
  expect(readQuestion("  \n ")).toEqual({ text: "", ids: [], terms: [] });
});
