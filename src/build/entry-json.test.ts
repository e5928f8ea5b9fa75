import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../site/entry.ts";
import { BETWEEN, entryJson, readEntry, readEntryList } from "./entry-json.ts";

const text = fc.string({ unit: "grapheme" });
const list = fc.array(text, { maxLength: 3 });
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    id: text,
    title: text,
    products: list,
    keywords: list,
    issueTypes: list,
    modified: text,
    hasSimulator: fc.boolean(),
    hasSource: fc.boolean(),
    hasReplay: fc.boolean(),
    mentions: list,
    references: list,
    events: list,
    codes: list,
    files: list,
    words: text,
  },
  {
    requiredKeys: [
      "id",
      "title",
      "products",
      "keywords",
      "issueTypes",
      "hasSimulator",
      "hasSource",
      "hasReplay",
      "mentions",
      "references",
      "events",
      "codes",
      "files",
      "words",
    ],
  },
);

test("an entry is read as it was written", () => {
  fc.assert(
    fc.property(entry, (given) => {
      expect(readEntry(entryJson(given))).toEqual(given);
    }),
  );
});

test("a list of entries is read, however long", () => {
  fc.assert(
    fc.property(fc.array(entry), fc.constantFrom(1, 300), (some, times) => {
      const all = Array.from({ length: times }, () => some).flat();
      expect(readEntryList(Buffer.from(all.map(entryJson).join(BETWEEN)))).toEqual(all);
    }),
    { numRuns: 30 },
  );
});
