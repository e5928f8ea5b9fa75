import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Extent } from "./file-parts.ts";
import { TextReader, TextWriter } from "./texts.ts";

const folder = mkdtempSync(join(tmpdir(), "texts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Some are longer than what is written or read at once. */
const text = fc
  .tuple(fc.string({ unit: "grapheme" }), fc.constantFrom(1, 1, 1, 100, 5_000, 50_000))
  .map(([some, times]) => some.repeat(times));

test("texts are read where they were put, in any order, while more are added", () => {
  fc.assert(
    fc.property(fc.array(text), fc.infiniteStream(fc.nat(3)), (texts, picks) => {
      const file = openSync(join(folder, "texts"), "w+");
      const [writer, reader] = [new TextWriter(file), new TextReader(file)];
      const put: [Extent, string][] = [];
      for (const added of texts) {
        put.push([writer.add(added), added]);
        if (picks.next().value !== 0) continue;
        writer.flush();
        const [extent, meant] = put[(picks.next().value as number) % put.length] ?? [[0, 0], ""];
        expect(reader.textAt(extent)).toBe(meant);
      }
      writer.flush();
      for (const [extent, meant] of put) expect(reader.textAt(extent)).toBe(meant);
      closeSync(file);
    }),
    { numRuns: 40 },
  );
});

test("many short texts are as those that are written one by one", () => {
  const file = openSync(join(folder, "many"), "w+");
  const writer = new TextWriter(file);
  const texts = Array.from({ length: 20_000 }, (_, number) => `the ${number}th, with an é`);
  const put = texts.map((added) => writer.add(added));
  writer.flush();
  const reader = new TextReader(file);
  expect(put.map((extent) => reader.textAt(extent))).toEqual(texts);
  expect(put.reverse().map((extent) => reader.textAt(extent))).toEqual(texts.reverse());
  closeSync(file);
});

test("texts are added after what the file holds", () => {
  const path = join(folder, "more");
  const file = openSync(path, "w+");
  const first = new TextWriter(file);
  const one = first.add("één");
  first.flush();
  const second = new TextWriter(file, one[1]);
  const two = second.add("two");
  second.flush();
  const reader = new TextReader(file);
  expect([one, two].map((extent) => reader.textAt(extent))).toEqual(["één", "two"]);
  closeSync(file);
});

test("where a file ends before a text does, that is told", () => {
  const file = openSync(join(folder, "short"), "w+");
  const writer = new TextWriter(file);
  const [at, length] = writer.add("text");
  writer.flush();
  expect(() => new TextReader(file).textAt([at, length + 1])).toThrow(/ends after 4 bytes/);
  closeSync(file);
});
