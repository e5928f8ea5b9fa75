import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { entryJson } from "./entry-json.ts";
import { entriesJson, entryAt, readEntries, storeEntries, type EntryStore } from "./entries.ts";

const entry = (id: string, title = id) => entryOf({ frontMatter: { id, title }, body: "" });
const ids = ["Q1000", "Q1001", "Q1002"];

/** As the next build reads it. */
function asRead({ bytes, extents }: EntryStore): EntryStore {
  return { bytes: [Buffer.concat(bytes)], extents: Uint32Array.from([...extents]) };
}

/** Of each of some articles: another title, no entry any more, or what was. */
const edit = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(undefined, true));
const edits = fc.array(fc.tuple(edit, edit, edit), { maxLength: 8 });

test("entries are those that are given, and those of before by their numbers", () => {
  fc.assert(
    fc.property(edits, (edits) => {
      let meant = ids.map((id): ReturnType<typeof entry> | undefined => entry(id));
      let store = storeEntries(meant.map((one) => one && entryJson(one)));
      for (const edit of edits) {
        const before = meant;
        meant = ids.map((id, at) => {
          const title = edit[at];
          return title === true ? before[at] : title === undefined ? undefined : entry(id, title);
        });
        const given = meant.map((one, at) =>
          one === undefined ? undefined : one === before[at] ? at : entryJson(one),
        );
        store = asRead(storeEntries(given, store));
        expect(readEntries(store)).toEqual(meant.filter((one) => one !== undefined));
        for (const [at, one] of meant.entries())
          if (one !== undefined) expect(entryAt(store, at)).toEqual(one);
      }
    }),
  );
});

test("entries that stay as they are lie where they lay", () => {
  const before = storeEntries(ids.map((id) => entryJson(entry(id))));
  const now = storeEntries([0, entryJson(entry("Q1001", "Another")), 2], before);
  expect(now.bytes[0]).toBe(before.bytes[0]);
  expect([...now.extents.slice(4)]).toEqual([...before.extents.slice(4)]);
});

test("what edited entries leave is never more than the entries", () => {
  let store = storeEntries(ids.map((id) => entryJson(entry(id))));
  for (let edit = 0; edit < 100; edit += 1) {
    store = storeEntries([0, entryJson(entry("Q1001", `Title ${edit}`)), 2], store);
    const size = store.bytes.reduce((sum, { length }) => sum + length, 0);
    expect(size).toBeLessThan(2.2 * entriesJson(store).length);
  }
});
