import fc from "fast-check";
import { expect, test } from "vitest";
import { joinEntries, readEntries } from "./entries.ts";

const json = fc.string({ unit: "grapheme" }).map((title) => JSON.stringify({ title }));
const read = (entries: readonly string[]) => entries.map((entry) => JSON.parse(entry) as unknown);

test("entries are those that are given, and those of before by their numbers", () => {
  const ofBefore = fc.array(json, { maxLength: 8 }).chain((before) =>
    fc.record({
      before: fc.constant(before),
      now: fc.array(before.length > 0 ? fc.oneof(json, fc.nat(before.length - 1)) : json),
    }),
  );
  fc.assert(
    fc.property(ofBefore, ({ before, now }) => {
      const texts = now.map((entry) => (typeof entry === "number" ? (before[entry] ?? "") : entry));
      expect(readEntries(joinEntries(now, joinEntries(before)))).toEqual(read(texts));
    }),
  );
});

test("entries that stay as they are, in their order, are the same bytes", () => {
  const entries = joinEntries(['{"id":"Q1000"}', '{"id":"Q1001"}', '{"id":"Q1002"}']);
  expect(joinEntries([0, 1, 2], entries)).toEqual(entries);
  expect(readEntries(joinEntries([2, '{"id":"Q1003"}', 0, 1], entries))).toEqual(
    ["Q1002", "Q1003", "Q1000", "Q1001"].map((id) => ({ id })),
  );
});
