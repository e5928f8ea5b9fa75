/**
 * Decimal arithmetic, exact: a decimal is a text such as `-12.5`. What rounds says so in its name. Binary fractions are
 * there too, as `binary64` and `binary32`: the decimal that equals the nearest one a processor can hold (IEEE 754), so
 * that `binary64(a + b)` is what a processor makes of a sum.
 */

import { callable, LONGEST, Trap, within, type Functions, type Signature } from "./library.ts";

/** `digits` divided by ten to the power of `places`. */
interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

function read(text: string): Scaled {
  const [, sign = "", whole = "0", rest = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return { digits: BigInt(sign + whole + rest), places: rest.length };
}

/** Without zeros at the end, unless `least` asks for places. */
function write({ digits, places }: Scaled, least = 0): string {
  const sign = digits < 0n ? "-" : "";
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const whole = all.slice(0, all.length - places);
  const rest = all
    .slice(all.length - places)
    .replace(/0+$/, "")
    .padEnd(least, "0");
  const text = sign + whole + (rest === "" ? "" : `.${rest}`);
  if (text.length > LONGEST) throw new Trap("noResult", "The number has too many digits");
  return text;
}

/** Both with the same places. */
function level(a: string, b: string): readonly [bigint, bigint, places: number] {
  const [x, y] = [read(a), read(b)];
  const places = Math.max(x.places, y.places);
  return [raise(x, places), raise(y, places), places];
}

function raise({ digits, places }: Scaled, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}

/** How a quotient that lies between two whole numbers becomes one of them: `side` is -1, 0 or 1 below, at or above half. */
type Rounding = (quotient: bigint, side: number, sign: bigint) => bigint;

const ROUNDINGS = {
  truncate: (quotient) => quotient,
  floor: (quotient, _side, sign) => (sign < 0n ? quotient - 1n : quotient),
  ceil: (quotient, _side, sign) => (sign > 0n ? quotient + 1n : quotient),
  /** Away from zero at half. */
  roundHalfUp: (quotient, side, sign) => (side >= 0 ? quotient + sign : quotient),
  roundHalfEven: (quotient, side, sign) =>
    side > 0 || (side === 0 && quotient % 2n !== 0n) ? quotient + sign : quotient,
} as const satisfies Record<string, Rounding>;

/** `numerator / denominator` as a whole number. */
function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new Trap("divisionByZero", "division by zero");
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const [twice, whole] = [2n * magnitude(rest), magnitude(denominator)];
  return rounding(quotient, twice < whole ? -1 : twice === whole ? 0 : 1, sign);
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function toPlaces(text: string, wanted: bigint, rounding: Rounding): string {
  const places = within(wanted, 0, 60);
  const { digits, places: has } = read(text);
  if (has <= places)
    return write({ digits: raise({ digits, places: has }, places), places }, places);
  return write(
    { digits: divideRounded(digits, 10n ** BigInt(has - places), rounding), places },
    places,
  );
}

/** The decimal that a binary fraction is, which is always finite. */
function exactly(value: number): string {
  if (!Number.isFinite(value)) throw new Trap("overflow", "The number is too large");
  let places = 0;
  let scaled = value;
  // Doubling a binary fraction is exact; each halving of the unit is five tenths.
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    places++;
  }
  return write({ digits: BigInt(scaled) * 5n ** BigInt(places), places });
}

export const functions: Functions = {
  addDecimals(a: string, b: string) {
    const [x, y, places] = level(a, b);
    return write({ digits: x + y, places });
  },
  subtractDecimals(a: string, b: string) {
    const [x, y, places] = level(a, b);
    return write({ digits: x - y, places });
  },
  multiplyDecimals(a: string, b: string) {
    const [x, y] = [read(a), read(b)];
    return write({ digits: x.digits * y.digits, places: x.places + y.places });
  },
  /** Below 0, 0 or above it, as the first is less than, equal to or greater than the second. */
  compareDecimals(a: string, b: string) {
    const [x, y] = level(a, b);
    return x - y;
  },
  divide(a: string, b: string, places: bigint) {
    const [x, y] = level(a, b);
    const count = within(places, 0, 60);
    const digits = divideRounded(x * 10n ** BigInt(count), y, ROUNDINGS.roundHalfEven);
    return write({ digits, places: count }, count);
  },
  decimalOf: (n: bigint) => String(n),
  parseDecimal(text: string) {
    if (!/^-?\d{1,60}(\.\d{1,60})?$/.test(text))
      throw new Trap("noResult", `"${text}" is no decimal number`);
    return write(read(text));
  },
  wholePart: (text: string) => BigInt(toPlaces(text, 0n, ROUNDINGS.truncate)),
  ...Object.fromEntries(
    Object.entries(ROUNDINGS).map(([name, rounding]) => [
      name,
      (text: string, places: bigint) => toPlaces(text, places, rounding),
    ]),
  ),
  binary64: (text: string) => exactly(Number(text)),
  binary32: (text: string) => exactly(Math.fround(Number(text))),
};

const TO_PLACES = "decimal, number -> decimal";

export const signatures: readonly Signature[] = [
  callable("decimal", "number -> decimal", "The whole number as a decimal.", "decimalOf"),
  callable("decimal", "text -> decimal", "The decimal that a text writes.", "parseDecimal"),
  callable("int", "decimal -> number", "Without its fraction, which is cut off.", "wholePart"),
  callable("truncate", TO_PLACES, "To so many places; the rest is cut off."),
  callable("floor", TO_PLACES, "To so many places, down."),
  callable("ceil", TO_PLACES, "To so many places, up."),
  callable("roundHalfUp", TO_PLACES, "To so many places; a half goes away from zero."),
  callable(
    "roundHalfEven",
    TO_PLACES,
    "To so many places; a half goes to the even digit (banker's rounding).",
  ),
  callable(
    "divide",
    "decimal, decimal, number -> decimal",
    "The quotient to so many places; a half goes to the even digit.",
  ),
  callable(
    "binary64",
    "decimal -> decimal",
    "The nearest binary fraction of 64 bits (IEEE 754 double), exactly.",
  ),
  callable(
    "binary32",
    "decimal -> decimal",
    "The nearest binary fraction of 32 bits (IEEE 754 single), exactly.",
  ),
];
