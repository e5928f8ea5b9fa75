/** Operators and functions: which types they take, which they give, and what carries them out. */

import { LIBRARIES } from "../devices/index.ts";
import type { Signature } from "../devices/library.ts";
import type { Expression, Operator } from "../types.ts";
import { didYouMean } from "./nearest.ts";
import {
  ExpressionError,
  fits,
  idsOf,
  itemsOf,
  kindOf,
  nameOf,
  readType,
  requireSame,
  requireType,
  type Type,
  type Typed,
} from "./type.ts";

// ---------------------------------------------------------------------------------------------------- operators

/** A binary operator on its two operands. */
export function operate(operator: Operator, left: Typed, right: Typed): Typed {
  const { offset } = left;
  if (operator === "&&" || operator === "||") {
    [left, right].forEach((side) => requireType(side, "flag"));
    return { tree: [operator, left.tree, right.tree], type: "flag", offset };
  }
  if (operator === "in") return isIn(left, right);
  if (operator === "==" || operator === "!=") return equal(operator, left, right);
  if (["<", "<=", ">", ">="].includes(operator)) return order(operator, left, right);
  return calculate(operator, left, right);
}

function isIn(left: Typed, right: Typed): Typed {
  requireType(right, { list: "anything" });
  requireSame(left, { ...right, type: itemsOf(right.type) ?? "anything" });
  return { tree: ["in", left.tree, right.tree], type: "flag", offset: left.offset };
}

function equal(operator: "==" | "!=", left: Typed, right: Typed): Typed {
  requireSame(left, right);
  const plain: Expression = [operator, left.tree, right.tree];
  const { offset } = left;
  if (kindOf(left.type) === "list") {
    const same: Expression = ["call", "sameLists", left.tree, right.tree];
    return { tree: operator === "==" ? same : ["!", same], type: "flag", offset };
  }
  const tree = left.type === "decimal" ? compared(operator, left, right) : plain;
  return { tree, type: "flag", offset };
}

function order(operator: Operator, left: Typed, right: Typed): Typed {
  if (!["number", "decimal", "text", "date"].includes(kindOf(left.type)))
    requireType(left, "number");
  requireSame(left, right);
  const tree: Expression =
    left.type === "decimal" ? compared(operator, left, right) : [operator, left.tree, right.tree];
  return { tree, type: "flag", offset: left.offset };
}

function compared(operator: Operator, left: Typed, right: Typed): Expression {
  return [operator, ["call", "compareDecimals", left.tree, right.tree], 0];
}

/** What carries out `+ - *` on what is no whole number. */
const CALCULATIONS: Readonly<Record<string, Partial<Record<Operator, string>>>> = {
  decimal: { "+": "addDecimals", "-": "subtractDecimals", "*": "multiplyDecimals" },
  text: { "+": "concatenate" },
  list: { "+": "joined" },
};

function calculate(operator: Operator, left: Typed, right: Typed): Typed {
  const run = CALCULATIONS[kindOf(left.type)]?.[operator];
  const { offset } = left;
  if (run === undefined) {
    [left, right].forEach((side) => requireType(side, "number"));
    return { tree: [operator, left.tree, right.tree], type: "number", offset };
  }
  const type: Type = idsOf(left.type) ? "text" : left.type;
  requireType({ ...right, tree: ["list"] }, type);
  return { tree: ["call", run, left.tree, right.tree], type, offset };
}

// ---------------------------------------------------------------------------------------------------- functions

export const SIGNATURES: readonly Signature[] = Object.values(LIBRARIES).flatMap(
  ({ signatures }) => signatures,
);

export function isFunction(name: string): boolean {
  return SIGNATURES.some((signature) => signature.name === name && signature.isMethod !== true);
}

/** A call of the function or method that takes these operands. */
export function call(
  name: string,
  operands: readonly Typed[],
  isMethod: boolean,
  offset: number,
): Typed {
  const named = SIGNATURES.filter(
    (signature) => signature.name === name && (signature.isMethod ?? false) === isMethod,
  );
  if (named.length === 0) throw unknown(name, isMethod, offset);
  const found = named.find((signature) => takes(signature, operands));
  if (found === undefined) throw mistaken(named, operands, offset);
  const variables = variablesOf(found, operands);
  operands.forEach((operand, i) => requireType(operand, readType(found.takes[i] ?? "", variables)));
  const tree: Expression = ["call", found.run, ...operands.map((operand) => operand.tree)];
  return { tree, type: readType(found.gives, variables), offset };
}

function takes(signature: Signature, operands: readonly Typed[]): boolean {
  const variables = variablesOf(signature, operands);
  return (
    signature.takes.length === operands.length &&
    operands.every(({ type }, i) => fits(type, readType(signature.takes[i] ?? "", variables)))
  );
}

/** What `T` stands for: what the first operand that has it is, or is a list of. */
function variablesOf({ takes }: Signature, operands: readonly Typed[]): { T?: Type } {
  const at = takes.findIndex((type) => /\bT\b/.test(type));
  const operand = operands[at];
  if (operand === undefined) return {};
  const type = takes[at] === "T" ? operand.type : itemsOf(operand.type);
  return type === undefined ? {} : { T: type };
}

function unknown(name: string, isMethod: boolean, offset: number): ExpressionError {
  const names = SIGNATURES.filter((signature) => (signature.isMethod ?? false) === isMethod).map(
    (signature) => signature.name,
  );
  return new ExpressionError(`There is no function "${name}".${didYouMean(name, names)}`, offset);
}

function mistaken(
  named: readonly Signature[],
  operands: readonly Typed[],
  offset: number,
): ExpressionError {
  const found = operands.map(({ type }) => nameOf(type)).join(", ") || "nothing";
  const expected = named.map(({ takes: types }) =>
    types.map((type) => nameOf(readType(type))).join(", "),
  );
  return new ExpressionError(`Unexpected ${found}, expected ${expected.join(" or ")}.`, offset);
}
