import fc from "fast-check";
import { expect, test } from "vitest";
import { idsOf, intersect, rangesOf, rangesOfIds, subtract, unite, viewOf } from "./uids.ts";

const ids = fc.array(fc.integer({ min: 1, max: 60 }));
const sorted = (values: Iterable<number>) => [...new Set(values)].sort((a, b) => a - b);

test("ranges that touch or overlap become one", () => {
  expect(rangesOf([[5, 9], [1, 2], [3, 3], [8, 12]])).toEqual([[1, 3], [5, 12]]); // prettier-ignore
});

test("ranges behave as the sets of numbers that they stand for", () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      const [left, right] = [rangesOfIds(a), rangesOfIds(b)];
      expect([...idsOf(left)]).toEqual(sorted(a));
      expect([...idsOf(unite(left, right))]).toEqual(sorted([...a, ...b]));
      expect([...idsOf(subtract(left, right))]).toEqual(sorted(a.filter((id) => !b.includes(id))));
      expect([...idsOf(intersect(left, right))]).toEqual(sorted(a.filter((id) => b.includes(id))));
    }),
  );
});

test("a view finds every id at its place, and no other", () => {
  fc.assert(
    fc.property(ids, (values) => {
      const members = sorted(values);
      const view = viewOf(rangesOfIds(values));
      expect(view.count).toBe(members.length);
      members.forEach((id, index) =>
        expect([view.at(index), view.indexOf(id)]).toEqual([id, index]),
      );
      expect([view.at(-1), view.at(members.length), view.indexOf(0), view.indexOf(61)]).toEqual([undefined, undefined, -1, -1]); // prettier-ignore
    }),
  );
});
