import fc from "fast-check";
import { expect, test } from "vitest";
import { Trap } from "./devices/library.ts";
import { fit } from "./fit.ts";
import type { Overflow, ScalarType } from "./types.ts";

const u16 = (overflow: Overflow): ScalarType => ({
  type: "number",
  from: 0,
  to: 65_535,
  unit: null,
  overflow,
});

test.each([
  [65_535n, 65_535],
  [65_536n, 0],
  [-1n, 65_535],
  [131_073n, 1],
])("%s wraps to %s", (wanted, value) => {
  expect(fit(u16("wrap"), wanted).value).toBe(value);
});

test("a range of any width wraps within it: years of two digits", () => {
  const year: ScalarType = { type: "number", from: 0, to: 99, unit: null, overflow: "wrap" };
  expect(fit(year, 100n)).toEqual({ value: 0, lost: "wrapped" });
});

test("saturates, or stops the run", () => {
  expect(fit(u16("saturate"), 70_000n)).toEqual({ value: 65_535, lost: "saturated" });
  expect(fit(u16("saturate"), -5n)).toEqual({ value: 0, lost: "saturated" });
  expect(() => fit(u16("stop"), 70_000n)).toThrow(Trap);
});

test("64 bits are exact, as texts", () => {
  const long: ScalarType = { type: "i64", unit: null, overflow: "wrap" };
  fc.assert(
    fc.property(fc.bigInt(), (n) => {
      expect(fit(long, n).value).toBe(String(BigInt.asIntN(64, n)));
    }),
  );
});
