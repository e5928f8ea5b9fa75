/** Binary arithmetic: what registers of a fixed width make of whole numbers, which are exact everywhere else. */

import { callable, Trap, within, type Functions, type Signature } from "./library.ts";

const WIDTHS = [8, 16, 32, 64] as const;

export const functions: Functions = {
  ...Object.fromEntries(
    WIDTHS.flatMap((width) => [
      [`wrap${width}`, (n: bigint) => BigInt.asUintN(width, n)],
      [`signed${width}`, (n: bigint) => BigInt.asIntN(width, n)],
    ]),
  ),
  min: (a: bigint, b: bigint) => (a < b ? a : b),
  max: (a: bigint, b: bigint) => (a > b ? a : b),
  abs: (n: bigint) => (n < 0n ? -n : n),
  bitAnd: (a: bigint, b: bigint) => a & b,
  bitOr: (a: bigint, b: bigint) => a | b,
  bitXor: (a: bigint, b: bigint) => a ^ b,
  shiftLeft: (n: bigint, by: bigint) => n << BigInt(within(by, 0, 64)),
  shiftRight: (n: bigint, by: bigint) => n >> BigInt(within(by, 0, 64)),
  power: (n: bigint, to: bigint) => n ** BigInt(within(to, 0, 64)),
  hex: (n: bigint) => n.toString(16).toUpperCase(),
  parseWhole(text: string) {
    if (!/^-?[0-9]{1,40}$/.test(text)) throw new Trap("noResult", `"${text}" is no whole number`);
    return BigInt(text);
  },
};

const ROW = "number, number -> number";

export const signatures: readonly Signature[] = [
  ...WIDTHS.flatMap((width) => [
    callable(
      `wrap${width}`,
      "number -> number",
      `The number in ${width} bits without a sign: what is left when all higher bits are lost.`,
    ),
    callable(
      `signed${width}`,
      "number -> number",
      `The number in ${width} bits with a sign (two's complement).`,
    ),
  ]),
  callable("min", ROW, "The smaller."),
  callable("max", ROW, "The larger."),
  callable("abs", "number -> number", "Without its sign."),
  callable("bitAnd", ROW, "The bits that both have."),
  callable("bitOr", ROW, "The bits that either has."),
  callable("bitXor", ROW, "The bits that one of them has."),
  callable("shiftLeft", ROW, "Times two, so many times; 64 at most."),
  callable("shiftRight", ROW, "Half, rounded down, so many times; 64 at most."),
  callable("power", ROW, "The number to a power from 0 to 64."),
  callable("hex", "number -> text", "In hexadecimal, with capital letters."),
  callable("int", "text -> number", "The whole number that a text writes.", "parseWhole"),
];
