import { expect, test } from "vitest";
import { chunksIn } from "./index-chunks.ts";

const words = (names: string[], length: number) =>
  names.map((word) => ({ word, bytes: Buffer.alloc(length) }));
const bounds = (names: string[], length: number) =>
  [...chunksIn(words(names, length))].map(({ from, to }) => `${from}–${to}`);

test("few words are one chunk, none are none", () => {
  expect(bounds(["a", "b", "c"], 100)).toEqual(["a–c"]);
  expect(bounds([], 100)).toEqual([]);
});

test("a full chunk ends where words begin otherwise", () => {
  expect(bounds(["print", "printer", "printing", "priority", "proxy", "queue"], 9000)).toEqual([
    "print–priority",
    "proxy–queue",
  ]);
});

test("words that begin alike are parted when they are too many", () => {
  const many = Array.from({ length: 12 }, (_, at) => `same${String.fromCharCode(97 + at)}`);
  expect(bounds(many, 9000)).toEqual(["samea–samef", "sameg–samel"]);
});
