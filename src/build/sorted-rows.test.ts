import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts } from "../article/id.ts";
import { keyIn, restIn, rowsIn } from "./rows.ts";
import { SortedRows } from "./sorted-rows.ts";

const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[,\n]/g, ""));
const keys = fc.constantFrom("a", "aa", "b", "é", "zz", "");
const rows = fc.dictionary(keys, cell);
const changes = fc.array(fc.dictionary(keys, fc.option(cell, { nil: undefined })), {
  maxLength: 4,
});

test("a table has the rows that it was given, in the order of their keys, whatever changed", () => {
  fc.assert(
    fc.property(rows, changes, fc.boolean(), (given, changes, isRead) => {
      const meant = new Map<string, string>();
      let table = new SortedRows(compareTexts);
      for (const change of [given, ...changes]) {
        for (const [key, rest] of Object.entries(change)) {
          if (rest === undefined) meant.delete(key);
          else meant.set(key, rest);
        }
        const changed = Object.entries(change).map(
          ([key, rest]) => [key, rest === undefined ? undefined : `${key},${rest}`] as const,
        );
        table = table.updated(new Map(changed));
        // As the next build finds it.
        if (isRead) table = new SortedRows(compareTexts, Buffer.concat(table.parts()));
        const found = [...table];
        expect(found.map(keyIn)).toEqual([...meant.keys()].sort(compareTexts));
        expect(found.map(restIn)).toEqual(found.map((row) => meant.get(keyIn(row))));
        for (const key of ["a", "aa", "b", "é", "zz", "", "none"])
          expect(table.get(key)).toBe(
            meant.has(key) ? `${key},${meant.get(key) ?? ""}` : undefined,
          );
      }
    }),
  );
});

test("many rows are read piece by piece", () => {
  const given = Array.from(
    { length: 20_000 },
    (_, n) => [`${n + 100_000}`, `${n + 100_000},é${n}`] as const,
  );
  const table = new SortedRows(compareTexts).updated(new Map(given));
  expect(table.parts().flatMap((part) => [...rowsIn(part)])).toEqual(given.map(([, row]) => row));
});
