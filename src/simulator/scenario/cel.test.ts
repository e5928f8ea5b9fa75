import { run as runCel, isCelError } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../devices/index.ts";
import { evaluate, type Computed, type Scope } from "../expression.ts";
import { parseTyped, type Types } from "./expression.ts";

/** The same expression in our evaluator and in a maintained CEL library has to give the same, where both have it. */

const types: Types = {
  n: "number",
  m: "number",
  on: "flag",
  name: "text",
  list: { list: "number" },
};
const values = (given: Record<string, Computed>): Scope => ({
  get: (name) => given[name] ?? 0n,
  random: (from) => from,
  call: (key, operands) =>
    (FUNCTIONS[key] as (...of: readonly Computed[]) => Computed)(...operands),
});

function ours(text: string, given: Record<string, Computed>): Computed {
  const { tree } = parseTyped(text, types);
  try {
    return evaluate(tree, values(given));
  } catch {
    return "error";
  }
}

function cels(text: string, given: Record<string, Computed>): unknown {
  const result = runCel(text, given, { funcs: strings });
  return isCelError(result) ? "error" : plain(result);
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && Symbol.iterator in value
    ? Array.from(value as Iterable<unknown>, plain)
    : value;
}

const given = { n: 7n, m: -3n, on: true, name: "O'Brien", list: [3n, 6n, 12n] };

describe("by example", () => {
  test.each([
    "1 + 2 * 3 - 4 / 2 % 3",
    "n / m",
    "n % m",
    "m % n",
    "-m * -2",
    "n - m - 1",
    "n > m == on",
    "!on || n >= 7",
    "on ? n : m",
    "n != 7 ? 1 : on ? 2 : 3",
    "n in [1, 7]",
    "n in list",
    "list[1] + list[2]",
    "list[3]",
    "size(list)",
    "list.size() == 3 && size(name) == 7",
    "list + [n]",
    "list == [3, 6, 12]",
    "list != [3, 6]",
    "list.map(x, x * 2)",
    "list.filter(x, x > 3)",
    "list.all(x, x > 3)",
    "list.exists(x, x == n - 1)",
    "list.exists_one(x, x > 3)",
    "list.map(x, x + n).exists(y, list.all(x, x < y))",
    "n / 0",
    "n % 0",
    'name + "!" == "O\'Brien!"',
    "name.startsWith('O') && name.endsWith(\"n\") && !name.contains('o')",
    'name.indexOf("B")',
    'name.indexOf("z")',
    "name.charAt(1)",
    "name.charAt(7)",
    "name.charAt(8)",
    "name.substring(2)",
    "name.substring(2, 5)",
    "name.substring(5, 2)",
    "name.lowerAscii() + name.upperAscii()",
    'name.replace("\'", "’")',
    '"a b  c".split(" ")',
    '["a", "b"].join("-")',
    '"  x ".trim()',
    'string(n) + "/" + string(m)',
    'int("42") + 1',
    '"\\ta\\\\b\\n"',
    '"a" < "b" && "B" < "a"',
    '"é€😀".size()',
  ])("%s", (text) => {
    expect(ours(text, given)).toEqual(cels(text, given));
  });
});

describe("where ours says so, they differ", () => {
  test("whole numbers have no bounds", () => {
    expect(cels("9223372036854775807 + 1", {})).toBe("error");
    expect(ours("9223372036854775807 + 1", {})).toBe(9_223_372_036_854_775_808n);
  });
  test("0.1 is a decimal, not a binary fraction", () => {
    expect(cels("0.1 + 0.2 == 0.3", {})).toBe(false);
    expect(ours("0.1 + 0.2 == 0.3", {})).toBe(true);
  });
  test("&& and || go from left to right, and an error at the left is an error", () => {
    expect(cels("n / 0 == 1 && false", given)).toBe(false);
    expect(ours("n / 0 == 1 && false", given)).toBe("error");
    expect(ours("false && n / 0 == 1", given)).toBe(false);
  });
});

test("random expressions of numbers and flags", () => {
  const small = fc.integer({ min: 0, max: 30 }).map(String);
  const { number } = fc.letrec<{ number: string; flag: string }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(small, fc.constantFrom("n", "m")),
      fc
        .tuple(tie("number"), fc.constantFrom("+", "-", "*", "/", "%"), tie("number"))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      tie("number").map((a) => `-${a.startsWith("-") ? `(${a})` : a}`),
      fc
        .tuple(tie("flag"), tie("number"), tie("number"))
        .map(([f, a, b]) => `(${f} ? ${a} : ${b})`),
    ),
    flag: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("true", "false", "on"),
      fc
        .tuple(tie("number"), fc.constantFrom("<", "<=", "==", "!=", ">", ">="), tie("number"))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      tie("flag").map((f) => `!(${f})`),
    ),
  }));
  fc.assert(
    fc.property(number, (text) => {
      expect(ours(text, given)).toEqual(cels(text, given));
    }),
    { numRuns: 400, seed: 298_836 },
  );
});
