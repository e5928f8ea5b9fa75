import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MIDDLE, onWhole, wholeSpan } from "./geometry.ts";

const range = fc
  .tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([from, length, share]) => ({
    from,
    to: from + length,
    limit: from + Math.round(length * share),
  }));

describe("the gauge's whole scale", () => {
  test("has the limit in the middle, whatever the range", () => {
    fc.assert(
      fc.property(range, (given) => {
        expect(onWhole(given, given.limit)).toBeCloseTo(MIDDLE, 9);
      }),
    );
  });

  test("lies within the gauge, and reaches one of its ends", () => {
    fc.assert(
      fc.property(range, (given) => {
        const { start, width } = wholeSpan(given);
        const end = start + width;
        expect(start).toBeGreaterThanOrEqual(-1e-9);
        expect(end).toBeLessThanOrEqual(100 + 1e-9);
        expect(Math.min(start, 100 - end)).toBeCloseTo(0, 9);
      }),
    );
  });

  test("is the whole gauge where there is no limit", () => {
    expect(wholeSpan({ from: 0, to: 10, limit: null })).toEqual({ start: 0, width: 100 });
  });
});
