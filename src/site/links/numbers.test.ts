import fc from "fast-check";
import { expect, test } from "vitest";
import { Numbers } from "./numbers.ts";

const key = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constant(0));

test("keys are numbered in the order in which they come first", () => {
  const keys = fc.array(key, { maxLength: 300, size: "max" });
  fc.assert(
    fc.property(keys, keys, (first, then) => {
      const numbers = new Numbers();
      const given = first.map((each) => numbers.of(each));
      const known = [...new Set(first)];
      expect(given).toEqual(first.map((each) => known.indexOf(each)));
      expect([...numbers.known()]).toEqual(known);
      const more = new Numbers(numbers.known());
      const all = [...new Set([...first, ...then])];
      expect(then.map((each) => more.of(each))).toEqual(then.map((each) => all.indexOf(each)));
      expect([...more.known()]).toEqual(all);
    }),
  );
});

test("many keys have numbers of their own", () => {
  const numbers = new Numbers();
  const keys = Array.from({ length: 100_000 }, (_, n) => n * 4096);
  expect(keys.every((each, n) => numbers.of(each) === n)).toBe(true);
  expect(keys.every((each, n) => numbers.of(each) === n)).toBe(true);
});
