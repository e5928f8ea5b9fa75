/** Makes a result fit what is declared: the only place where a whole number loses anything. */

import { Trap } from "./devices/library.ts";
import type { Computed } from "./expression.ts";
import type { NumberType, ScalarType, Setting, Value } from "./types.ts";

export interface Fitted {
  readonly value: Value;
  /** What was done to a number that did not fit; absent where it did. */
  readonly lost?: "wrapped" | "saturated";
}

type Holder = Setting | ScalarType;

/** @throws Trap `overflow` where the number does not fit and is to stop the run */
export function fit(of: Holder, wanted: Computed): Fitted {
  if (of.type === "number")
    return fitWhole(of, wanted as bigint, BigInt(of.from), BigInt(of.to), Number);
  if (of.type === "i64")
    return fitWhole(of, wanted as bigint, -(2n ** 63n), 2n ** 63n - 1n, String);
  return { value: wanted as Value };
}

function fitWhole(
  of: Holder,
  wanted: bigint,
  from: bigint,
  to: bigint,
  store: (fitted: bigint) => Value,
): Fitted {
  if (wanted >= from && wanted <= to) return { value: store(wanted) };
  switch (overflowOf(of)) {
    case "wrap": {
      const width = to - from + 1n;
      const beyond = (wanted - from) % width;
      return { value: store(from + (beyond < 0n ? beyond + width : beyond)), lost: "wrapped" };
    }
    case "stop":
      throw new Trap("overflow", `${wanted} is not between ${from} and ${to}`);
    case "saturate":
      return { value: store(wanted < from ? from : to), lost: "saturated" };
  }
}

/** What the reader sets stops at the ends of its range. */
function overflowOf(of: Holder | NumberType) {
  return "overflow" in of ? of.overflow : "saturate";
}
