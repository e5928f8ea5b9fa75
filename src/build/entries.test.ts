import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, type Entry } from "../site/entry.ts";
import { joinEntries, readEntries } from "./entries.ts";
import { entryJson } from "./entry-json.ts";

const entry = (id: string, title = id) => entryOf({ frontMatter: { id, title }, body: "" });
const some = fc.string({ unit: "grapheme" }).map((title) => entry("Q1000", title));

test("entries are those that are given, and those of before by their numbers", () => {
  const ofBefore = fc.array(some, { maxLength: 8 }).chain((before) =>
    fc.record({
      before: fc.constant(before),
      now: fc.array(before.length > 0 ? fc.oneof(some, fc.nat(before.length - 1)) : some),
    }),
  );
  fc.assert(
    fc.property(ofBefore, ({ before, now }) => {
      const given = now.map((one) => (typeof one === "number" ? one : entryJson(one)));
      const meant = now.map((one) => (typeof one === "number" ? before[one] : one));
      expect(readEntries(joinEntries(given, jsonOf(before)))).toEqual(meant);
    }),
  );
});

test("entries that stay as they are, in their order, are the same bytes", () => {
  const entries = jsonOf(["Q1000", "Q1001", "Q1002"].map((id) => entry(id)));
  expect(joinEntries([0, 1, 2], entries)).toEqual(entries);
  expect(readEntries(joinEntries([2, entryJson(entry("Q1003")), 0, 1], entries))).toEqual(
    ["Q1002", "Q1003", "Q1000", "Q1001"].map((id) => entry(id)),
  );
});

function jsonOf(entries: readonly Entry[]) {
  return joinEntries(entries.map(entryJson));
}
