/**
 * The evaluator of expression trees, the only part of the expression language that a page carries. The trees were
 * parsed and type-checked when the scenario was compiled (`scenario/expression.ts`), so operands have the right types
 * here. Semantics are those of CEL, the Common Expression Language, for the operators there are.
 */

import type { Expression, Value } from "./types.ts";

/** What an expression may look at. */
export interface Scope {
  /** The value of a setting, variable, definition or argument. */
  get(name: string): Value;
  /** A whole number between the two, both included, from the run's seeded row. Not in CEL. */
  random(from: number, to: number): number;
}

export function evaluate(expression: Expression, scope: Scope): Value {
  if (!isTree(expression)) return expression;
  const [operator, ...operands] = expression;
  const value = (index: number): Value => evaluate(operands[index] ?? false, scope);
  const number = (index: number): number => Number(value(index));
  switch (operator) {
    case "get":
      return scope.get(String(operands[0]));
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
    case "in":
      return listOf(operands[1]).some((item) => evaluate(item, scope) === value(0));
    case "random":
      return scope.random(number(0), number(1));
    case "list":
      throw new TypeError("A list has no value of its own.");
  }
}

type Tree = Exclude<Expression, Value>;

function isTree(expression: Expression): expression is Tree {
  return typeof expression === "object";
}

function listOf(expression: Expression | undefined): readonly Expression[] {
  return expression !== undefined && isTree(expression) ? expression.slice(1) : [];
}
