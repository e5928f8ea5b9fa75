/**
 * A device without a dialogue: named functions that expressions may call, such as `wrap32` or `weekday`. One file a
 * library, beside its tests. Signatures stand apart from the functions, so that a page carries only the latter.
 */

import type { Computed } from "../expression.ts";

/** Carries out a call. Operands have the types of the signature. Throws `Trap` where there is no result. */
export type Run = (...operands: never[]) => Computed;
export type Functions = Readonly<Record<string, Run>>;

export interface Signature {
  /** Name in expressions. Several signatures may share one, with operands of other types. */
  readonly name: string;
  /**
   * Types of the operands: `number`, `decimal`, `text`, `flag`, `date`, `list<…>`, or `T`, any type, the same wherever it
   * stands in one signature.
   */
  readonly takes: readonly string[];
  readonly gives: string;
  /** Key of the function that carries it out. */
  readonly run: string;
  /** Written after its first operand, as CEL does: `name.startsWith("a")`. */
  readonly isMethod?: boolean;
  /** What it gives, for the reference. */
  readonly about: string;
}

/** A function written `name(a, b)`. */
export function callable(name: string, types: string, about: string, run = name): Signature {
  return { name, ...arrow(types), run, about };
}

/** A function written `a.name(b)`. */
export function method(name: string, types: string, about: string, run = name): Signature {
  return { ...callable(name, types, about, run), isMethod: true };
}

/** `number, number -> flag`. */
function arrow(types: string): Pick<Signature, "takes" | "gives"> {
  const [takes = "", gives = ""] = types.split(" -> ");
  return { takes: takes === "" ? [] : takes.split(", "), gives };
}

/** Why a calculation stops: what a scenario may have rules for, under `on`. */
export type TrapKind = "overflow" | "divisionByZero" | "noResult";

/** A calculation without a result. */
export class Trap extends Error {
  readonly kind: TrapKind;
  constructor(kind: TrapKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The longest text and the longest list that a calculation may make: so that no run grows without end. */
export const LONGEST = 4096;

/** A whole number as an index or a count. Throws `Trap` where it is not within the two, both included. */
export function within(value: bigint, from: number, to: number): number {
  if (value < from || value > to)
    throw new Trap("noResult", `${value} is not between ${from} and ${to}`);
  return Number(value);
}
