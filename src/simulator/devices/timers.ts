/** Timers: rows of waiting times, in the unit that the scenario counts in. */

import { callable, within, type Functions, type Signature } from "./library.ts";

/** More tries than this are not made. */
const MOST = 64;

export const functions: Functions = {
  backoff: (first: bigint, factor: bigint, count: bigint) =>
    Array.from({ length: within(count, 0, MOST) }, (_, i) => first * factor ** BigInt(i)),
  repeated: (interval: bigint, count: bigint) =>
    Array.from({ length: within(count, 0, MOST) }, () => interval),
  elapsed(waits: readonly bigint[]) {
    let sum = 0n;
    return waits.map((wait) => (sum += wait));
  },
};

export const signatures: readonly Signature[] = [
  callable(
    "backoff",
    "number, number, number -> list<number>",
    "Waiting times that grow: the first, then each the one before it times the factor; so many of them, 64 at most.",
  ),
  callable(
    "repeated",
    "number, number -> list<number>",
    "The same waiting time, so many times, 64 at most.",
  ),
  callable(
    "elapsed",
    "list<number> -> list<number>",
    "When each of these waiting times has passed, one after the other.",
  ),
];
