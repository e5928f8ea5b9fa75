import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../devices/index.ts";
import { Trap } from "../devices/library.ts";
import { computedOf, evaluate, type Computed, type Scope } from "../expression.ts";
import type { Value } from "../types.ts";
import { ExpressionError, parseExpression, type Type, type Types } from "./expression.ts";

const types: Types = {
  n: "number",
  limit: "number",
  on: "flag",
  client: ["pop3", "imap4", "mapi"],
};
const scope = (values: Record<string, Value>): Scope => ({
  get: (name) => computedOf(values[name] ?? 0),
  random: (from, to) => (from + to) / 2n,
  call: (name, operands) =>
    (FUNCTIONS[name] as (...of: readonly Computed[]) => Computed)(...operands),
});
const value = (text: string, type: Type, values: Record<string, Value> = {}) =>
  evaluate(parseExpression(text, types, type), scope(values));

describe("expressions", () => {
  test.each<[string, Type, Computed]>([
    ["1 + 2 * 3", "number", 7n],
    ["(1 + 2) * 3", "number", 9n],
    ["10 - 3 - 2", "number", 5n],
    ["-2 + 5", "number", 3n],
    ["1 < 2 && 2 <= 2", "flag", true],
    ["1 > 2 || 2 >= 3", "flag", false],
    ["true || false && false", "flag", true],
    ["!(1 == 1)", "flag", false],
    ["1 != 2", "flag", true],
    ['2 > 1 ? "yes" : "no"', "text", "yes"],
    ['1 > 1 ? "a" : 2 > 1 ? "b" : "c"', "text", "b"],
    ["random(10, 20)", "number", 15n],
    ["7 / 2", "number", 3n],
    ["-7 / 2", "number", -3n],
    ["-7 % 3", "number", -1n],
    ["9223372036854775807 + 1", "number", 9_223_372_036_854_775_808n],
    ["0.1 + 0.2", "decimal", "0.3"],
    ["0.1 + 0.2 == 0.30", "flag", true],
    ["binary64(0.1 + 0.2) == binary64(0.3)", "flag", true],
    ["binary64(binary64(0.1) + binary64(0.2)) == binary64(0.3)", "flag", false],
    ["roundHalfEven(2.5, 0)", "decimal", "2"],
    ["roundHalfUp(-2.5, 0)", "decimal", "-3"],
    ["wrap32(4294967295 + 1)", "number", 0n],
    ["signed16(40000)", "number", -25_536n],
    ["[3, 6, 12][1]", "number", 6n],
    ["sum(backoff(3, 2, 6))", "number", 189n],
    ["size([1, 2].map(n, n * 2)) == 2", "flag", true],
    ["[1, 2].map(n, n * 2).exists(m, m == 4)", "flag", true],
    ['"o\\"clock".size()', "number", 7n],
    ["weekday(date(1996, 2, 29))", "text", "Thursday"],
    ["daysBetween(date(1999, 12, 31), date(2000, 3, 1))", "number", 61n],
    ['shortName("My Document.text", ["MYDOCU~1.TEX"])', "text", "MYDOCU~2.TEX"],
  ])("%s", (text, type, expected) => {
    expect(value(text, type)).toBe(expected);
  });

  test("look at names", () => {
    expect(value("n > limit", "flag", { n: 65_536, limit: 65_535 })).toBe(true);
    expect(value('client in ["pop3", "imap4"]', "flag", { client: "imap4" })).toBe(true);
    expect(value('client in ["pop3", "imap4"]', "flag", { client: "mapi" })).toBe(false);
    expect(value('client == "mapi"', "flag", { client: "mapi" })).toBe(true);
  });

  test("of a text and its tree", () => {
    expect(parseExpression('n > 5 && client == "pop3"', types, "flag")).toEqual([
      "&&",
      [">", ["get", "n"], 5],
      ["==", ["get", "client"], "pop3"],
    ]);
  });
});

describe("what is no expression is told with its place", () => {
  const problem = (text: string, type: Type = "flag"): string => {
    try {
      parseExpression(text, types, type);
    } catch (error) {
      if (error instanceof ExpressionError) return `${error.offset}: ${error.message}`;
    }
    return "";
  };

  test.each([
    ["m > 5", '0: Nothing is called "m".'],
    ["limitt > 5", '0: Nothing is called "limitt". Did you mean "limit"?'],
    [
      'client == "pop"',
      '10: Unexpected "pop", expected one of pop3, imap4, mapi. Did you mean "pop3"?',
    ],
    ['client in ["pop3", "x"]', '10: Unexpected "x", expected one of pop3, imap4, mapi.'],
    ["n + on > 5", "4: Unexpected a yes or no, expected a number."],
    ["n", "0: Unexpected a number, expected a yes or no."],
    ["n > ", "4: Unexpected the end of the expression, expected a value."],
    ["n > 5 n", '6: Unexpected "n", expected an operator.'],
    ["n > 5; n", '5: Unexpected ";".'],
    ["(n > 5", '6: Unexpected the end of the expression, expected ")".'],
    ["n == client", "0: Unexpected a number, expected one of pop3, imap4, mapi."],
    [
      "n + 0.5 > 1.0",
      "4: Unexpected a decimal, expected a number. Write int(…), which cuts off the fraction.",
    ],
    ["wrap31(n) > 5", '0: There is no function "wrap31". Did you mean "wrap32"?'],
    ['wrap32("5") > 5', "0: Unexpected a text, expected a number."],
    ["wrap32 > 5", '0: Nothing is called "wrap32". wrap32(…) is a function.'],
    ["n[0] > 5", "0: Unexpected a number, expected a list."],
    ['"\\q" == "a"', '0: Unexpected "\\q", expected \\\\ \\" \\\' \\n \\t or \\r.'],
  ])("%s", (text, expected) => {
    expect(problem(text)).toBe(expected);
  });
});

test.each([
  ["1 / 0", "number", "divisionByZero"],
  ["5 % 0", "number", "divisionByZero"],
  ["[1, 2][2]", "number", "noResult"],
  ["date(1900, 2, 29)", "date", "noResult"],
  ["divide(1.0, 0.0, 2)", "decimal", "divisionByZero"],
] as const)("%s has no result", (text, type, kind) => {
  const attempt = () => value(text, type);
  expect(attempt).toThrow(Trap);
  expect(attempt).toThrow(expect.objectContaining({ kind }) as Error);
});
