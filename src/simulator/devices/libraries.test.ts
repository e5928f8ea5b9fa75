import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FUNCTIONS, LIBRARIES } from "./index.ts";
import { Trap } from "./library.ts";

type Any = (...operands: readonly unknown[]) => unknown;
const call = (name: string, ...operands: readonly unknown[]) =>
  (FUNCTIONS[name] as Any)(...operands);

describe("every library", () => {
  test("has a function for each signature, and no key twice", () => {
    const keys = Object.values(LIBRARIES).flatMap(({ functions }) => Object.keys(functions));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { signatures, functions } of Object.values(LIBRARIES))
      for (const { run, about } of signatures) {
        expect(Object.keys(functions)).toContain(run);
        expect(about).toMatch(/\.$/);
      }
  });
});

describe("binary arithmetic", () => {
  test("wraps as a typed array does", () => {
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(call("wrap32", n)).toBe(BigInt.asUintN(32, n));
        expect(call("signed16", n)).toBe(
          BigInt(new Int16Array([Number(BigInt.asIntN(16, n))])[0] ?? 0),
        );
      }),
    );
  });
});

describe("decimal arithmetic", () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  const text = (n: bigint) => {
    const digits = String(n < 0n ? -n : n).padStart(3, "0");
    return `${n < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };

  test("adds and multiplies exactly, at any size", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(call("compareDecimals", call("addDecimals", text(a), text(b)), text(a + b))).toBe(
          0n,
        );
        const product = call("multiplyDecimals", text(a), text(b));
        expect(call("truncate", call("multiplyDecimals", product, "10000"), 0n)).toBe(
          String(a * b),
        );
      }),
    );
  });

  test.each([
    ["roundHalfEven", "2.5", "2"],
    ["roundHalfEven", "3.5", "4"],
    ["roundHalfEven", "-2.5", "-2"],
    ["roundHalfEven", "2.51", "3"],
    ["roundHalfUp", "2.5", "3"],
    ["roundHalfUp", "-2.5", "-3"],
    ["truncate", "-2.9", "-2"],
    ["floor", "-2.1", "-3"],
    ["ceil", "2.1", "3"],
  ])("%s(%s) is %s", (name, given, expected) => {
    expect(call(name, given, 0n)).toBe(expected);
  });

  test("the nearest binary fraction is the one that the processor has", () => {
    expect(call("binary64", "0.1")).toBe(
      "0.1000000000000000055511151231257827021181583404541015625",
    );
    expect(call("binary32", "0.1")).toBe("0.100000001490116119384765625");
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (x) => {
        const written = x.toFixed(20).replace(/^-(0\.0+)$/, "$1");
        expect(Number(call("binary64", written))).toBe(Number(written));
      }),
    );
  });

  test("a sum of binary fractions is the processor's", () => {
    const sum = call(
      "binary64",
      call("addDecimals", call("binary64", "0.1"), call("binary64", "0.2")),
    );
    expect(Number(sum)).toBe(0.1 + 0.2);
    expect(sum).not.toBe(call("binary64", "0.3"));
  });
});

describe("the calendar", () => {
  test.each([
    [1900n, false],
    [2000n, true],
    [1996n, true],
    [2001n, false],
  ])("has a 29 February in %s: %s", (year, expected) => {
    expect(call("isDate", year, 2n, 29n)).toBe(expected);
  });

  test("goes from day to day as the system's does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 2_900_000 }),
        fc.integer({ min: -900, max: 900 }),
        (days, by) => {
          const iso = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
          expect(call("addDays", iso(days), BigInt(by))).toBe(iso(days + by));
          expect(call("daysBetween", iso(days), iso(days + by))).toBe(BigInt(by));
          const weekday = new Date(days * 86_400_000).toLocaleDateString("en", {
            weekday: "long",
            timeZone: "UTC",
          });
          expect(call("weekday", iso(days))).toBe(weekday);
        },
      ),
    );
  });

  test("has a window of a hundred years", () => {
    expect(call("windowed", 29n, 30n)).toBe(2029n);
    expect(call("windowed", 30n, 30n)).toBe(1930n);
    expect(() => call("windowed", 100n, 30n)).toThrow(Trap);
  });
});

describe("the clock", () => {
  test("carries seconds over midnight, the end of a month and a leap day", () => {
    expect(call("moment", "2000-02-28", 86_399n)).toBe("2000-02-28 23:59:59");
    expect(call("later", "2000-02-28 23:59:59", 1n)).toBe("2000-02-29 00:00:00");
    expect(call("later", "2000-03-01 00:00:00", -1n)).toBe("2000-02-29 23:59:59");
    expect(call("moment", "1999-12-31", 86_400n)).toBe("2000-01-01 00:00:00");
    expect(call("later", "2000-01-01 00:00:00", 4_294_967n)).toBe("2000-02-19 17:02:47");
  });

  test("goes back as far as it went", () => {
    const moment = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
    const written = (seconds: number) =>
      new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
    fc.assert(
      fc.property(moment, moment, (from, to) => {
        const [start, end] = [written(from), written(to)];
        const between = call("secondsBetween", start, end);
        expect(between).toBe(BigInt(to - from));
        expect(call("later", start, between)).toBe(end);
        expect(call("moment", call("dateOf", start), call("secondOf", start))).toBe(start);
      }),
    );
  });

  test("begins again after a day", () => {
    expect(call("timeOfDay", 86_399n)).toBe("23:59:59");
    expect(call("timeOfDay", 86_400n)).toBe("00:00:00");
    expect(call("timeOfDay", -1n)).toBe("23:59:59");
  });

  test.each(["2001-02-29 12:00:00", "2000-01-01 24:00:00", "2000-01-01", "noon"])(
    "has no result for %s",
    (text) => {
      expect(() => call("later", text, 1n)).toThrow(Trap);
    },
  );

  test("ends with year 9999", () => {
    expect(() => call("later", "9999-12-31 23:59:59", 1n)).toThrow(Trap);
    expect(() => call("later", "0001-01-01 00:00:00", -1n)).toThrow(Trap);
  });

  test("with the calendar says when summer time begins and ends", () => {
    expect(call("nthWeekday", 1999n, 4n, 1n, "Sunday")).toBe("1999-04-04");
    expect(call("nthWeekday", 1999n, 10n, -1n, "Sunday")).toBe("1999-10-31");
    expect(() => call("nthWeekday", 1999n, 4n, 5n, "Sunday")).toThrow(Trap);
    expect(() => call("nthWeekday", 1999n, 4n, 1n, "Sonntag")).toThrow(Trap);
  });
});

describe("a FAT volume", () => {
  test.each([
    ["README.TXT", "README.TXT"],
    ["readme.txt", "README.TXT"],
    ["My Document.text", "MYDOCU~1.TEX"],
    ["a+b.c", "A_B~1.C"],
    [".profile", "PROFIL~1"],
  ])("calls %s %s", (name, short) => {
    expect(call("shortName", name, [])).toBe(short);
  });

  test("counts up where names are taken, and shortens the name for longer numbers", () => {
    const names = Array.from({ length: 11 }, (_, i) => `Program Files ${i}`);
    const short = call("shortNames", names) as string[];
    expect(short[0]).toBe("PROGRA~1");
    expect(short[10]).toBe("PROGR~11");
    expect(new Set(short).size).toBe(11);
  });

  test("a long name takes an entry more for each 13 characters", () => {
    expect(call("entries", "README.TXT")).toBe(1n);
    expect(call("entries", "A name of 13.")).toBe(2n);
    expect(call("entries", "A name of 14..")).toBe(3n);
  });
});

test("timers double up to 189 seconds", () => {
  const waits = call("backoff", 3n, 2n, 6n);
  expect(waits).toEqual([3n, 6n, 12n, 24n, 48n, 96n]);
  expect(call("elapsed", waits)).toEqual([3n, 9n, 21n, 45n, 93n, 189n]);
});

test("no calculation grows without end", () => {
  expect(() => call("concatenate", "x".repeat(4000), "x".repeat(4000))).toThrow(Trap);
  expect(() => call("joined", Array(4000).fill(1n), Array(4000).fill(1n))).toThrow(Trap);
  expect(() => call("backoff", 1n, 2n, 1000n)).toThrow(Trap);
});
