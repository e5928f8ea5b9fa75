/** Lists. What runs over a list ends with it, so no calculation goes on for ever. */

import type { Computed } from "../expression.ts";
import { callable, LONGEST, method, Trap, type Functions, type Signature } from "./library.ts";

type List = readonly Computed[];

export const functions: Functions = {
  listSize: (list: List) => BigInt(list.length),
  itemAt(list: List, index: bigint) {
    const item = list[Number(index)];
    if (item === undefined)
      throw new Trap("noResult", `There is no item ${index} in a list of ${list.length}`);
    return item;
  },
  joined(a: List, b: List) {
    if (a.length + b.length > LONGEST) throw new Trap("noResult", "The list is too long");
    return [...a, ...b];
  },
  sameLists: (a: List, b: List) => a.length === b.length && a.every((item, i) => item === b[i]),
  every: (flags: readonly boolean[]) => flags.every(Boolean),
  some: (flags: readonly boolean[]) => flags.some(Boolean),
  once: (flags: readonly boolean[]) => flags.filter(Boolean).length === 1,
  kept: (list: List, flags: readonly boolean[]) => list.filter((_, i) => flags[i]),
  sum: (numbers: readonly bigint[]) => numbers.reduce((sum, n) => sum + n, 0n),
  without: (list: List, gone: Computed) => list.filter((item) => item !== gone),
};

export const signatures: readonly Signature[] = [
  callable("size", "list<T> -> number", "How many items a list has.", "listSize"),
  method("size", "list<T> -> number", "How many items a list has.", "listSize"),
  callable("sum", "list<number> -> number", "All of them added; 0 for none."),
  callable("without", "list<T>, T -> list<T>", "The list without the items that equal the second."),
];
