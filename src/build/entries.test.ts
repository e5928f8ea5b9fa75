import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { EntryStore } from "./entries.ts";
import { BETWEEN } from "./entry-json.ts";
import type { Extent } from "./file-parts.ts";

const folder = mkdtempSync(join(tmpdir(), "entries-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the next build reads it. */
function asRead(store: EntryStore): EntryStore {
  const file = join(folder, "entries");
  const parts = Array.from(store.parts(), (part) => Buffer.from(part));
  writeFileSync(file, Buffer.concat(parts));
  return new EntryStore(openSync(file, "r"), store.size);
}

const entry = fc.tuple(fc.string({ unit: "grapheme" }), fc.nat()).map((row) => JSON.stringify(row));
const rounds = fc.array(fc.array(entry, { maxLength: 4 }), { maxLength: 5 });

test("entries are found where they were put, and some of them are a list, before and after they are kept", () => {
  fc.assert(
    fc.property(rounds, fc.infiniteStream(fc.boolean()), (rounds, choices) => {
      let store = new EntryStore();
      const meant: [Extent, string][] = [];
      for (const added of rounds) {
        const next = store.extended();
        for (const json of added) meant.push([next.add(json), json]);
        const some = meant.filter(() => choices.next().value);
        for (const known of [next, asRead(next)]) {
          for (const [extent, json] of meant) expect(known.jsonAt(extent)).toBe(json);
          const list = Buffer.from(known.json(some.map(([extent]) => extent))).toString();
          expect(list).toBe(some.map(([, json]) => json).join(BETWEEN));
          if (known !== next) known.close();
        }
        const read = asRead(next);
        store.close();
        store = read;
      }
      store.close();
    }),
  );
});

test("many entries are kept piece by piece", () => {
  const store = new EntryStore();
  const entry = JSON.stringify("é".repeat(1_000));
  const extents = Array.from({ length: 1_500 }, () => store.add(entry));
  const read = asRead(asRead(store));
  expect(read.size).toBe(store.size);
  expect(extents.every((extent) => read.jsonAt(extent) === entry)).toBe(true);
  read.close();
});
