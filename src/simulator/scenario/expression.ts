/**
 * Expressions as an author writes them, in the syntax of CEL (the Common Expression Language), into typed trees:
 *
 *     messages > limit && client in ["pop3", "imap4"] ? "refused" : "granted"
 *
 * A part of CEL: whole numbers, texts, `true` and `false`, lists; `!  -  * / %  + -  < <= > >= == != in  &&  ||  ?:` from
 * strong to weak; `list[index]`, functions, methods, and the macros `all exists exists_one filter map`. Ours are decimals,
 * which CEL does not have, and `random(from, to)`.
 */

import type { Expression, Operator } from "../types.ts";
import { call, isFunction, operate } from "./calls.ts";
import { didYouMean } from "./nearest.ts";
import { textIn, tokensOf, type Token } from "./tokens.ts";
import {
  ExpressionError,
  idsOf,
  itemsOf,
  quoted,
  requireSame,
  requireType,
  type Type,
  type Typed,
  type Types,
} from "./type.ts";

export { ExpressionError, type Type, type Types } from "./type.ts";

/** The tree of an expression that gives a value of type `expected`. Throws `ExpressionError`. */
export function parseExpression(text: string, types: Types, expected: Type): Expression {
  const result = parseTyped(text, types);
  requireType(result, expected);
  return result.tree;
}

/** The tree of an expression, and what it gives. Throws `ExpressionError`. */
export function parseTyped(text: string, types: Types): Typed {
  const parser: Parser = { tokens: tokensOf(text), next: 0, types };
  const result = ternary(parser);
  const rest = peek(parser);
  if (rest.text !== "") throw unexpected(rest, "an operator");
  return result;
}

interface Parser {
  readonly tokens: readonly Token[];
  next: number;
  types: Types;
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
  const yes = binary(parser, 0);
  expect(parser, ":");
  const no = ternary(parser);
  requireSame(yes, no);
  return {
    tree: ["?:", condition.tree, yes.tree, no.tree],
    type: eitherOf(yes.type, no.type),
    offset: condition.offset,
  };
}

/** Of two choices, the ids of both. */
function eitherOf(yes: Type, no: Type): Type {
  const [some, others] = [idsOf(yes), idsOf(no)];
  return some && others ? [...new Set([...some, ...others])] : yes === "anything" ? no : yes;
}

/** Binary operators, from weak to strong; those of one level associate to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];

function binary(parser: Parser, level: number): Typed {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(parser);
  let left = binary(parser, level + 1);
  while (operators.includes(peek(parser).text)) {
    const operator = take(parser).text as Operator;
    left = operate(operator, left, binary(parser, level + 1));
  }
  return left;
}

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
    const zero: Typed =
      operand.type === "decimal"
        ? { tree: "0", type: "decimal", offset }
        : { tree: 0, type: "number", offset };
    return operate("-", zero, operand);
  }
  return member(parser);
}

/** A value with what follows it: `.method(…)`, `[index]`. */
function member(parser: Parser): Typed {
  let value = primary(parser);
  for (;;) {
    const { text, offset } = peek(parser);
    if (text === "[") value = item(parser, value);
    else if (text === ".") value = methodOf(parser, value, offset);
    else return value;
  }
}

function item(parser: Parser, list: Typed): Typed {
  expect(parser, "[");
  requireType(list, { list: "anything" });
  const index = ternary(parser);
  requireType(index, "number");
  expect(parser, "]");
  const type = itemsOf(list.type) ?? "anything";
  return { tree: ["call", "itemAt", list.tree, index.tree], type, offset: list.offset };
}

function methodOf(parser: Parser, receiver: Typed, offset: number): Typed {
  take(parser);
  const name = take(parser);
  if (!/^[A-Za-z_]/.test(name.text)) throw unexpected(name, "a method");
  if (name.text in MACROS) return macro(parser, receiver, name);
  return call(name.text, [receiver, ...operandsOf(parser)], true, offset);
}

/** `(a, b)`. */
function operandsOf(parser: Parser): Typed[] {
  expect(parser, "(");
  return itemsUntil(parser, ")");
}

function itemsUntil(parser: Parser, end: string): Typed[] {
  const items: Typed[] = [];
  while (peek(parser).text !== end) {
    if (items.length > 0) expect(parser, ",");
    items.push(ternary(parser));
  }
  take(parser);
  return items;
}

/** What each macro makes of the flags of its items; `map` keeps what it finds. */
const MACROS: Readonly<Record<string, string>> = {
  all: "every",
  exists: "some",
  exists_one: "once",
  filter: "kept",
  map: "",
};

/** `list.map(x, x * 2)`: the body is read with one name more. */
function macro(parser: Parser, list: Typed, { text }: Token): Typed {
  requireType(list, { list: "anything" });
  expect(parser, "(");
  const name = take(parser);
  if (!/^[A-Za-z_]\w*$/.test(name.text)) throw unexpected(name, "a name");
  expect(parser, ",");
  const outer = parser.types;
  parser.types = { ...outer, [name.text]: itemsOf(list.type) ?? "anything" };
  const body = ternary(parser);
  parser.types = outer;
  expect(parser, ")");
  const { offset } = list;
  const mapped: Expression = ["map", list.tree, name.text, body.tree];
  if (text === "map") return { tree: mapped, type: { list: body.type }, offset };
  requireType(body, "flag");
  const run = MACROS[text] ?? "";
  if (text === "filter") return { tree: ["call", run, list.tree, mapped], type: list.type, offset };
  return { tree: ["call", run, mapped], type: "flag", offset };
}

function primary(parser: Parser): Typed {
  const token = take(parser);
  const { text, offset } = token;
  if (text === "(") {
    const inner = ternary(parser);
    expect(parser, ")");
    return inner;
  }
  if (text === "[") return list(parser, offset);
  if (/^\d+$/.test(text)) return { tree: wholeNumber(text), type: "number", offset };
  if (/^\d/.test(text))
    return { tree: text.replace(/0+$/, "").replace(/\.$/, ""), type: "decimal", offset };
  if (/^["']/.test(text)) return { tree: textIn(token), type: "text", offset };
  if (text === "true" || text === "false") return { tree: text === "true", type: "flag", offset };
  if (text === "random") return random(parser, offset);
  if (/^[A-Za-z_]/.test(text)) return named(parser, token);
  throw unexpected(token, "a value");
}

/** What is too large for JSON is written as a text. */
function wholeNumber(digits: string): Expression {
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : ["int", digits];
}

function random(parser: Parser, offset: number): Typed {
  const operands = operandsOf(parser);
  const [from, to] = operands;
  if (from === undefined || to === undefined || operands.length > 2)
    throw new ExpressionError("Expected random(from, to).", offset);
  operands.forEach((bound) => requireType(bound, "number"));
  return { tree: ["random", from.tree, to.tree], type: "number", offset };
}

function named(parser: Parser, { text, offset }: Token): Typed {
  if (peek(parser).text === "(") return call(text, operandsOf(parser), false, offset);
  const type = Object.hasOwn(parser.types, text) ? parser.types[text] : undefined;
  if (type !== undefined) return variable(text, type, offset);
  const shouldBeCalled = isFunction(text) ? ` ${text}(…) is a function.` : "";
  throw new ExpressionError(
    `Nothing is called ${quoted(text)}.${shouldBeCalled || didYouMean(text, Object.keys(parser.types))}`,
    offset,
  );
}

function variable(name: string, type: Type, offset: number): Typed {
  return { tree: ["get", name], type, offset };
}

/** `["pop3", "imap4"]`. Literal texts may be held against a choice's ids. */
function list(parser: Parser, offset: number): Typed {
  const items = itemsUntil(parser, "]");
  const [first] = items;
  if (first) items.forEach((other) => requireSame(first, other));
  const texts = items.flatMap(({ tree }) => (typeof tree === "string" ? [tree] : []));
  const areTexts = first?.type === "text" && texts.length === items.length;
  const type: Type = areTexts ? texts : (first?.type ?? "anything");
  return { tree: ["list", ...items.map(({ tree }) => tree)], type: { list: type }, offset };
}

function unexpected({ text, offset }: Token, expected: string): ExpressionError {
  const found = text === "" ? "the end of the expression" : quoted(text);
  return new ExpressionError(`Unexpected ${found}, expected ${expected}.`, offset);
}
