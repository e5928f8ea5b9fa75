import { expect, test } from "vitest";
import { CborReader, cborOf } from "./cbor.ts";
import { joinEntries, readEntry } from "./postings.ts";

/** A word's entry as Pagefind writes it: pages as steps from one to the next, each with its places. */
const entry = (word: string, pages: [step: number, places: number[]][], variants: [] = []) =>
  cborOf([word, pages.map(([step, places]) => [step, places, []]), variants]);

const read = (bytes: Buffer) => readEntry(new CborReader(bytes));

test("page numbers of the second slice go on after those of the first", () => {
  const joined = joinEntries([
    {
      entry: read(
        entry("spool", [
          [2, [7, 300]],
          [40, [1]],
        ]),
      ),
      base: 0,
    },
    {
      entry: read(
        entry("spool", [
          [0, [5]],
          [1, [70_000]],
        ]),
      ),
      base: 1000,
    },
  ]);
  // Pages 2, 42, 1000, 1001.
  expect(joined).toEqual(
    entry("spool", [
      [2, [7, 300]],
      [40, [1]],
      [958, [5]],
      [1, [70_000]],
    ]),
  );
});

test("a word of one slice alone keeps its places", () => {
  const joined = joinEntries([{ entry: read(entry("größe", [[3, [1, 2]]])), base: 500 }]);
  expect(joined).toEqual(entry("größe", [[503, [1, 2]]]));
});

test("forms with other accents are joined form by form", () => {
  const withForms = (forms: [string, number][]) =>
    cborOf(["cafe", [], forms.map(([form, page]) => [form, [[page, [1], []]]])]);
  const joined = joinEntries([
    { entry: read(withForms([["café", 1]])), base: 0 },
    {
      entry: read(
        withForms([
          ["cafè", 0],
          ["café", 2],
        ]),
      ),
      base: 10,
    },
  ]);
  expect(joined).toEqual(
    cborOf([
      "cafe",
      [],
      [
        ["cafè", [[10, [1], []]]],
        [
          "café",
          [
            [1, [1], []],
            [11, [1], []],
          ],
        ],
      ],
    ]),
  );
});
