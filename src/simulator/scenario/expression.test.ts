import { describe, expect, test } from "vitest";
import { evaluate, type Scope } from "../expression.ts";
import type { Value } from "../types.ts";
import { ExpressionError, parseExpression, type Type, type Types } from "./expression.ts";

const types: Types = {
  n: "number",
  limit: "number",
  on: "flag",
  client: ["pop3", "imap4", "mapi"],
};
const scope = (values: Record<string, Value>): Scope => ({
  get: (name) => values[name] ?? 0,
  random: (from, to) => (from + to) / 2,
});
const value = (text: string, type: Type, values: Record<string, Value> = {}) =>
  evaluate(parseExpression(text, types, type), scope(values));

describe("expressions", () => {
  test.each<[string, Type, Value]>([
    ["1 + 2 * 3", "number", 7],
    ["(1 + 2) * 3", "number", 9],
    ["10 - 3 - 2", "number", 5],
    ["-2 + 5", "number", 3],
    ["1 < 2 && 2 <= 2", "flag", true],
    ["1 > 2 || 2 >= 3", "flag", false],
    ["true || false && false", "flag", true],
    ["!(1 == 1)", "flag", false],
    ["1 != 2", "flag", true],
    ['2 > 1 ? "yes" : "no"', "text", "yes"],
    ['1 > 1 ? "a" : 2 > 1 ? "b" : "c"', "text", "b"],
    ["random(10, 20)", "number", 15],
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
  ])("%s", (text, expected) => {
    expect(problem(text)).toBe(expected);
  });
});
