import { expect, test } from "vitest";
import { ARRAY, cborOf, head, NEGATIVE, WHOLE } from "./cbor.ts";
import { joinTables, WordTableMaker } from "./postings.ts";
import { IN_HEADING, IN_TEXT, IN_TITLE } from "./stored-words.ts";

interface WordPlaces {
  text: number[];
  headings: number[];
  title: number[];
}

const places = (text: number[], headings: number[] = [], title: number[] = []): WordPlaces => ({
  text,
  headings,
  title,
});

/** A table of pages, each the places of its words. */
function tableOf(...pages: Record<string, WordPlaces>[]) {
  const stems = [...new Set(pages.flatMap(Object.keys))];
  const maker = new WordTableMaker(stems);
  for (const [page, words] of pages.entries()) {
    const places = Object.entries(words).flatMap(([word, { text, headings, title }]) => {
      const triples = (kind: number, list: number[]) =>
        list.flatMap((place) => [stems.indexOf(word), kind, place]);
      return [
        ...triples(IN_TITLE, title),
        ...triples(IN_HEADING, headings),
        ...triples(IN_TEXT, text),
      ];
    });
    maker.add(page, places);
  }
  return maker.table();
}

/** A word's entry as Pagefind writes it: pages as steps from one to the next, each with its places; marks are negative. */
const entry = (word: string, pages: [step: number, text: number[], title: number[]][]) =>
  Buffer.concat([
    head(ARRAY, 3),
    cborOf(word),
    head(ARRAY, pages.length),
    ...pages.flatMap(([step, text, title]) => [
      head(ARRAY, 3),
      cborOf(step),
      ...[text, title].flatMap((list) => [head(ARRAY, list.length), ...list.map(whole)]),
    ]),
    head(ARRAY, 0),
  ]);
const whole = (number: number) => (number < 0 ? head(NEGATIVE, -number - 1) : head(WHOLE, number));

test("pages and places are counted each from the one before; headings and titles are marked", () => {
  const table = tableOf(
    { spool: places([7, 300]) },
    {},
    { spool: places([2], [70_000, 70_001], [3]) },
  );
  expect([...joinTables([{ table, base: 0 }])]).toEqual([
    {
      word: "spool",
      bytes: entry("spool", [
        [0, [-25, 7, 293], []],
        [2, [-25, 2, -121, 70_000, 1], [-2, 3]],
      ]),
    },
  ]);
});

test("page numbers of the second table go on after those of the first", () => {
  const [first, second] = [places([1]), places([2])];
  const tables = [
    { table: tableOf({}, {}, { spool: first }, { spool: first }), base: 0 },
    { table: tableOf({ queue: second }), base: 40 },
    { table: tableOf({ spool: second }, { spool: second }), base: 1000 },
  ];
  expect([...joinTables(tables)]).toEqual([
    { word: "queue", bytes: entry("queue", [[40, [-25, 2], []]]) },
    {
      word: "spool",
      bytes: entry("spool", [
        [2, [-25, 1], []],
        [1, [-25, 1], []],
        [997, [-25, 2], []],
        [1, [-25, 2], []],
      ]),
    },
  ]);
});

test("words are in the order of their bytes", () => {
  const one = places([0]);
  const table = tableOf({ "\u{1f600}": one, ﬀ: one, z: one, größe: one });
  const words = [...joinTables([{ table, base: 0 }])].map(({ word }) =>
    Buffer.from(word, "latin1").toString(),
  );
  expect(words).toEqual(["größe", "z", "ﬀ", "\u{1f600}"]);
});

test("a table without words gives none", () => {
  expect([...joinTables([{ table: tableOf({}), base: 0 }])]).toEqual([]);
});
