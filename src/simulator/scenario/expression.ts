/**
 * Expressions as an author writes them, in the syntax of CEL (the Common Expression Language), into typed trees:
 *
 *     messages > limit && client in ["pop3", "imap4"] ? "refused" : "granted"
 *
 * A part of CEL: whole numbers, strings, `true` and `false`; `!  *  + -  < <= > >= == != in  &&  ||  ?:` from strong to
 * weak; lists at the right of `in`. One function is ours: `random(from, to)`.
 */

import type { Expression, Operator } from "../types.ts";
import { didYouMean } from "./nearest.ts";

/** What an expression gives: a number, a yes or no, a text, or one of a choice's ids. */
export type Type = "number" | "flag" | "text" | readonly string[];
export type Types = Readonly<Record<string, Type>>;

/** What is wrong with an expression, and where in its text (from 0). */
export class ExpressionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Typed {
  readonly tree: Expression;
  readonly type: Type;
  readonly offset: number;
}

interface Token {
  readonly text: string;
  readonly offset: number;
}

/** The tree of an expression that gives a value of type `expected`. Throws `ExpressionError`. */
export function parseExpression(text: string, types: Types, expected: Type): Expression {
  const parser: Parser = { tokens: tokensOf(text), next: 0, types };
  const result = ternary(parser);
  const rest = peek(parser);
  if (rest.text !== "") throw unexpected(rest, "an operator");
  requireType(result, expected);
  return result.tree;
}

interface Parser {
  readonly tokens: readonly Token[];
  next: number;
  readonly types: Types;
}

const TOKEN =
  /\s*(?:([A-Za-z_]\w*|\d+|"[^"\\]*"|'[^'\\]*'|[<>=!]=|&&|\|\||[-+*<>!?:()[\],])|(\S))/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const found = match[1] ?? match[2] ?? "";
    const offset = match.index + match[0].length - found.length;
    if (match[2] !== undefined) throw new ExpressionError(`Unexpected ${quoted(found)}.`, offset);
    tokens.push({ text: found, offset });
  }
  return [...tokens, { text: "", offset: text.length }];
}

function peek(parser: Parser): Token {
  return parser.tokens[parser.next] ?? { text: "", offset: 0 };
}

function take(parser: Parser): Token {
  const token = peek(parser);
  parser.next = Math.min(parser.next + 1, parser.tokens.length - 1);
  return token;
}

function expect(parser: Parser, text: string): void {
  const token = take(parser);
  if (token.text !== text) throw unexpected(token, `"${text}"`);
}

// ------------------------------------------------------------------------------------------------------ grammar

function ternary(parser: Parser): Typed {
  const condition = binary(parser, 0);
  if (peek(parser).text !== "?") return condition;
  take(parser);
  requireType(condition, "flag");
  const yes = ternary(parser);
  expect(parser, ":");
  const no = ternary(parser);
  requireType(no, yes.type);
  return {
    tree: ["?:", condition.tree, yes.tree, no.tree],
    type: yes.type,
    offset: condition.offset,
  };
}

/** Binary operators, from weak to strong; those of one level associate to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">=", "in"],
  ["+", "-"],
  ["*"],
];

function binary(parser: Parser, level: number): Typed {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(parser);
  let left = binary(parser, level + 1);
  while (operators.includes(peek(parser).text)) {
    const operator = take(parser).text as Operator;
    const right = operator === "in" ? list(parser) : binary(parser, level + 1);
    left = operate(operator, left, right);
  }
  return left;
}

function operate(operator: Operator, left: Typed, right: Typed): Typed {
  const operands = OPERANDS[operator];
  if (operands === undefined) requireSame(left, right);
  else [left, right].forEach((side) => requireType(side, operands));
  const type = ["+", "-", "*"].includes(operator) ? "number" : "flag";
  return { tree: [operator, left.tree, right.tree], type, offset: left.offset };
}

/** The type of both operands, for operators that have one. */
const OPERANDS: Partial<Record<Operator, Type>> = {
  "||": "flag",
  "&&": "flag",
  "<": "number",
  "<=": "number",
  ">": "number",
  ">=": "number",
  "+": "number",
  "-": "number",
  "*": "number",
};

function unary(parser: Parser): Typed {
  const { text, offset } = peek(parser);
  if (text === "!") {
    take(parser);
    const operand = unary(parser);
    requireType(operand, "flag");
    return { tree: ["!", operand.tree], type: "flag", offset };
  }
  if (text === "-") {
    take(parser);
    const operand = unary(parser);
    requireType(operand, "number");
    return { tree: ["-", 0, operand.tree], type: "number", offset };
  }
  return primary(parser);
}

function primary(parser: Parser): Typed {
  const token = take(parser);
  const { text, offset } = token;
  if (text === "(") {
    const inner = ternary(parser);
    expect(parser, ")");
    return inner;
  }
  if (/^\d/.test(text)) return { tree: Number(text), type: "number", offset };
  if (/^["']/.test(text)) return { tree: text.slice(1, -1), type: "text", offset };
  if (text === "true" || text === "false") return { tree: text === "true", type: "flag", offset };
  if (text === "random") return random(parser, offset);
  if (/^[A-Za-z_]/.test(text)) return variable(parser, token);
  throw unexpected(token, "a value");
}

function random(parser: Parser, offset: number): Typed {
  expect(parser, "(");
  const from = ternary(parser);
  expect(parser, ",");
  const to = ternary(parser);
  expect(parser, ")");
  [from, to].forEach((bound) => requireType(bound, "number"));
  return { tree: ["random", from.tree, to.tree], type: "number", offset };
}

function variable({ types }: Parser, { text, offset }: Token): Typed {
  const type = Object.hasOwn(types, text) ? types[text] : undefined;
  if (type === undefined)
    throw new ExpressionError(
      `Nothing is called ${quoted(text)}.${didYouMean(text, Object.keys(types))}`,
      offset,
    );
  return { tree: ["get", text], type, offset };
}

/** `["pop3", "imap4"]`, at the right of `in`. Its type is that of its items. */
function list(parser: Parser): Typed {
  const { offset } = peek(parser);
  expect(parser, "[");
  const items = [ternary(parser)];
  while (peek(parser).text === ",") {
    take(parser);
    items.push(ternary(parser));
  }
  expect(parser, "]");
  const [first] = items;
  if (first) items.forEach((item) => requireSame(first, item));
  const texts = items.flatMap(({ tree }) => (typeof tree === "string" ? [tree] : []));
  const type = first?.type === "text" ? texts : (first?.type ?? "text");
  return { tree: ["list", ...items.map(({ tree }) => tree)], type, offset };
}

// -------------------------------------------------------------------------------------------------------- types

function requireType({ tree, type, offset }: Typed, expected: Type): void {
  if (Array.isArray(expected) && typeof tree === "string")
    return requireOneOf(tree, expected, offset);
  if (kindOf(type) === kindOf(expected)) {
    if (!Array.isArray(expected) || !Array.isArray(type)) return;
    for (const id of type as readonly string[]) requireOneOf(id, expected, offset);
    return;
  }
  throw new ExpressionError(`Unexpected ${nameOf(type)}, expected ${nameOf(expected)}.`, offset);
}

function requireSame(left: Typed, right: Typed): void {
  if (Array.isArray(right.type) && !Array.isArray(left.type)) requireType(left, right.type);
  else requireType(right, left.type);
}

function requireOneOf(id: string, ids: readonly string[], offset: number): void {
  if (ids.includes(id)) return;
  throw new ExpressionError(
    `Unexpected ${quoted(id)}, expected one of ${ids.join(", ")}.${didYouMean(id, ids)}`,
    offset,
  );
}

/** A choice is a text of which the values are known. */
function kindOf(type: Type): string {
  return typeof type === "string" ? type : "text";
}

function nameOf(type: Type): string {
  if (type === "number") return "a number";
  if (type === "flag") return "a yes or no";
  return type === "text" ? "a text" : `one of ${type.join(", ")}`;
}

function unexpected({ text, offset }: Token, expected: string): ExpressionError {
  const found = text === "" ? "the end of the expression" : quoted(text);
  return new ExpressionError(`Unexpected ${found}, expected ${expected}.`, offset);
}

function quoted(text: string): string {
  return text.startsWith('"') ? text : `"${text}"`;
}
