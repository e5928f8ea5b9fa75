import { expect, test } from "vitest";
import type { FrontMatter } from "../../article/schema.ts";
import { readWords, tellingWords } from "./telling-words.ts";

const writtenOf = (front: Partial<FrontMatter>, body = "") =>
  tellingWords({ frontMatter: { id: "Q1000", title: "It", ...front }, body });
const wordsOf = (front: Partial<FrontMatter>, body = "") => [...readWords(writtenOf(front, body))];
const inTitle = (title: string) => wordsOf({ title });

test("words are held as numbers, the most telling first", () => {
  const words = wordsOf({ title: "Spooler", symptoms: "Quota" }, "Parity, parity, parity.");
  expect(words).toEqual(["Spooler", "Parity", "Quota"].flatMap(inTitle));
  expect(new Set(words).size).toBe(3);
});

test("a word is a number of 24 bits", () => {
  expect([...readWords("AAAA////AAB+")]).toEqual([0, 0xffffff, 0b1111110]);
  expect(readWords("")).toHaveLength(0);
});

test("the words of several articles can be read at once, one after another", () => {
  const [first, second] = [writtenOf({ title: "Spooler quota" }), writtenOf({ title: "Parity" })];
  expect([...readWords(first + second)]).toEqual([...readWords(first), ...readWords(second)]);
  expect([first, second].map((written) => readWords(written).length)).toEqual([2, 1]);
});

test("upper and lower case are one word, and so are singular and plural", () => {
  expect(inTitle("SPOOLERS spooler")).toEqual(inTitle("Spooler"));
  expect(inTitle("Virus")).not.toEqual(inTitle("Viru"));
  expect(inTitle("Éclairs")).toEqual(inTitle("éclair"));
});

test("common words, short numbers and sizes are left out", () => {
  expect(inTitle("The file cannot be found; errors on 3 servers, 486 MB")).toEqual([]);
  expect(inTitle("3Com 16550")).toHaveLength(2);
  expect(inTitle("1234567 bytes, 98 KB")).toEqual(inTitle("bytes"));
});

test("what the body says once is left out: a sentence that is added changes nothing", () => {
  const body = "The spooler stops. The spooler starts.";
  expect(wordsOf({}, "The spooler stops.")).toEqual([]);
  expect(wordsOf({}, body)).toEqual(inTitle("Spooler"));
  expect(wordsOf({}, `${body}\n\nThe spooler knows no quota.`)).toEqual(wordsOf({}, body));
  expect(wordsOf({ cause: "Quota." }, body)).toEqual(["Quota", "Spooler"].flatMap(inTitle));
});

test("forty words of an article are held, in 160 characters, and only the beginning of its texts is read", () => {
  const many = Array.from({ length: 90 }, (_, n) => `spooler${n}`).join(" ");
  expect(tellingWords({ frontMatter: { id: "Q1000", title: many }, body: "" })).toHaveLength(160);
  expect(wordsOf({ symptoms: `${"the ".repeat(600)}spooler` })).toEqual([]);
});
