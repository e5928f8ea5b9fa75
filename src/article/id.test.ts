import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds } from "./id.ts";

test("ids are in the order of their letters, then of their numbers", () => {
  const ids = ["R100001", "Q10000", "Q9000", "AB12", "Q0100", "Q200", "A123"];
  expect(ids.toSorted(compareIds)).toEqual([
    "A123",
    "AB12",
    "Q0100",
    "Q200",
    "Q9000",
    "Q10000",
    "R100001",
  ]);
});

test("the order does not depend on where one begins to sort", () => {
  const id = fc.stringMatching(/^[AQ]{1,2}[0-9]{1,5}$/);
  fc.assert(
    fc.property(fc.array(id), (ids) => {
      const sorted = ids.toSorted(compareIds);
      expect(ids.toReversed().toSorted(compareIds)).toEqual(sorted);
    }),
  );
});
