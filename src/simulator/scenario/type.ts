/** Types of expressions: how they are written, told, and held against each other. */

import type { Expression } from "../types.ts";
import { didYouMean } from "./nearest.ts";

/**
 * What an expression gives: a whole number, an exact decimal, a yes or no, a text, a date, one of a choice's ids, or a
 * list. The items of an empty list may be anything.
 */
export type Type =
  | "number"
  | "decimal"
  | "flag"
  | "text"
  | "date"
  | "anything"
  | readonly string[]
  | { readonly list: Type };
export type Types = Readonly<Record<string, Type>>;

/** What is wrong with an expression, and where in its text (from 0). */
export class ExpressionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A part of an expression that has been read. */
export interface Typed {
  readonly tree: Expression;
  readonly type: Type;
  readonly offset: number;
}

export function requireType({ tree, type, offset }: Typed, expected: Type): void {
  const ids = idsOf(expected);
  if (ids && typeof tree === "string") return requireOneOf(tree, ids, offset);
  if (!fits(type, expected))
    throw new ExpressionError(
      `Unexpected ${nameOf(type)}, expected ${nameOf(expected)}.${hint(type, expected)}`,
      offset,
    );
  if (ids) for (const id of idsOf(type) ?? []) requireOneOf(id, ids, offset);
}

/** Two that are compared or are alternatives of each other. */
export function requireSame(left: Typed, right: Typed): void {
  if (idsOf(right.type) && !idsOf(left.type)) requireType(left, right.type);
  else requireType(right, left.type);
}

/** Whether a value of the type may stand where the other is expected, the ids of choices aside. */
export function fits(type: Type, expected: Type): boolean {
  if (type === "anything" || expected === "anything") return true;
  const [items, wanted] = [itemsOf(type), itemsOf(expected)];
  if (items !== undefined && wanted !== undefined) return fits(items, wanted);
  return kindOf(type) === kindOf(expected);
}

export function itemsOf(type: Type): Type | undefined {
  return typeof type === "object" && "list" in type ? type.list : undefined;
}

/** The ids of a choice, which is a text of which the values are known. */
export function idsOf(type: Type): readonly string[] | undefined {
  return typeof type === "object" && !("list" in type) ? type : undefined;
}

export function kindOf(type: Type): string {
  if (typeof type === "string") return type;
  return "list" in type ? "list" : "text";
}

function requireOneOf(id: string, ids: readonly string[], offset: number): void {
  if (ids.includes(id)) return;
  throw new ExpressionError(
    `Unexpected ${quoted(id)}, expected one of ${ids.join(", ")}.${didYouMean(id, ids)}`,
    offset,
  );
}

const NAMES = {
  number: "a number",
  decimal: "a decimal",
  flag: "a yes or no",
  text: "a text",
  date: "a date",
  anything: "anything",
} as const;

export function nameOf(type: Type): string {
  if (typeof type === "string") return NAMES[type];
  if ("list" in type && type.list === "anything") return "a list";
  if ("list" in type) return `a list of ${nameOf(type.list).replace(/^an? /, "")}s`;
  return `one of ${type.join(", ")}`;
}

function hint(type: Type, expected: Type): string {
  if (type === "number" && expected === "decimal") return " Write decimal(…), or 2.0 for 2.";
  if (type === "decimal" && expected === "number")
    return " Write int(…), which cuts off the fraction.";
  return "";
}

/** The type that a signature writes: `list<number>`. What `T` stands for is in `variables`. */
export function readType(text: string, variables: { T?: Type } = {}): Type {
  const [, of] = /^list<(.*)>$/.exec(text) ?? [];
  if (of !== undefined) return { list: readType(of, variables) };
  return text === "T" ? (variables.T ?? "anything") : (text as Type);
}

export function quoted(text: string): string {
  return text.startsWith('"') ? text : `"${text}"`;
}
