/**
 * The evaluator of expression trees, the only part of the expression language that a page carries. The trees were
 * parsed and type-checked when the scenario was compiled (`scenario/expression.ts`), so operands have the right types
 * here. Semantics are those of CEL, the Common Expression Language, apart from what `docs/simulators.md` names: whole
 * numbers are exact and without bounds.
 */

import { Trap } from "./devices/library.ts";
import type { Expression, Value } from "./types.ts";

/** What a calculation is about: whole numbers are exact; decimals and dates are texts. */
export type Computed = bigint | string | boolean | readonly Computed[];

/** What an expression may look at. */
export interface Scope {
  /** The value of a setting, variable, definition or argument. */
  get(name: string): Computed;
  /** A whole number between the two, both included, from the run's seeded row. Not in CEL. */
  random(from: bigint, to: bigint): bigint;
  /** What a function of a library gives. */
  call(name: string, operands: readonly Computed[]): Computed;
}

/** @throws Trap where there is no result, such as that of a division by zero */
export function evaluate(expression: Expression, scope: Scope): Computed {
  if (!isTree(expression)) return computedOf(expression);
  const [operator, ...operands] = expression;
  const value = (index: number): Computed => evaluate(operands[index] ?? false, scope);
  const number = (index: number): bigint => value(index) as bigint;
  switch (operator) {
    case "get":
      return scope.get(String(operands[0]));
    case "int":
      return BigInt(value(0) as string);
    case "!":
      return !value(0);
    case "&&":
      return value(0) && value(1);
    case "||":
      return value(0) || value(1);
    case "?:":
      return value(0) ? value(1) : value(2);
    case "==":
      return value(0) === value(1);
    case "!=":
      return value(0) !== value(1);
    case "<":
      return value(0) < value(1);
    case "<=":
      return value(0) <= value(1);
    case ">":
      return value(0) > value(1);
    case ">=":
      return value(0) >= value(1);
    case "+":
      return number(0) + number(1);
    case "-":
      return number(0) - number(1);
    case "*":
      return number(0) * number(1);
    case "/":
      return number(0) / divisor(number(1));
    case "%":
      return number(0) % divisor(number(1));
    case "in":
      return (value(1) as readonly Computed[]).includes(value(0));
    case "random":
      return scope.random(number(0), number(1));
    case "list":
      return operands.map((_, i) => value(i));
    case "call":
      return scope.call(
        String(operands[0]),
        operands.slice(1).map((_, i) => value(i + 1)),
      );
    case "map":
      return (value(0) as readonly Computed[]).map((item) =>
        evaluate(operands[2] ?? false, withName(scope, String(operands[1]), item)),
      );
  }
}

/** The scope with one name more, which hides one that is the same. */
export function withName(scope: Scope, name: string, value: Computed): Scope {
  return { ...scope, get: (wanted) => (wanted === name ? value : scope.get(wanted)) };
}

/** A value of the state, to calculate with. */
export function computedOf(value: Value | readonly Value[]): Computed {
  if (typeof value === "number") return BigInt(value);
  return typeof value === "object" ? value.map(computedOf) : value;
}

function divisor(number: bigint): bigint {
  if (number === 0n) throw new Trap("divisionByZero", "division by zero");
  return number;
}

type Tree = Exclude<Expression, Value>;

function isTree(expression: Expression): expression is Tree {
  return typeof expression === "object";
}
