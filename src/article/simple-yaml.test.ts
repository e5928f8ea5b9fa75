import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readSimpleYaml } from "./simple-yaml.ts";

const yaml = (text: string) => load(text, { schema: CORE_SCHEMA });

test("texts, lists and groups are read as a reader of all YAML reads them", () => {
  const text = `id: Q900001
title: "MAIL: \\"Queue\\" Stops \\u2014 Twice"
products: [Post Office, "3.0, 3.1", 'Reader''s', C:\\mail]
modified: 2002-08-16
appliesTo:
  - Post Office, versions 3.0:none [yet]
  - "Reader: all"
symptoms: |
  The queue stops.

  - It says #1: "halt".
      Then nothing.
events:
  - id: "7000"
    source: Post Office
  - description: It stopped.
source: {form: text, file: Q900001.TXT, written: ""}
`;
  expect(readSimpleYaml(text)).toEqual(yaml(text));
  expect(readSimpleYaml(text)).toMatchObject({
    title: 'MAIL: "Queue" Stops \u2014 Twice',
    products: ["Post Office", "3.0, 3.1", "Reader's", "C:\\mail"],
    symptoms: 'The queue stops.\n\n- It says #1: "halt".\n    Then nothing.\n',
    events: [{ id: "7000", source: "Post Office" }, { description: "It stopped." }],
  });
});

describe("what is not simple is left to a reader of all YAML", () => {
  test.each([
    ["a number", "versions: [5.5, 6.0 SP1]"],
    ["a number in hexadecimal", "codes: [0x1F]"],
    ["a truth", "title: True"],
    ["nothing", "title: null"],
    ["an empty value", "title:"],
    ["an empty list", "products: []"],
    ["a comment", "title: Mail # the title"],
    ["a key twice", "title: a\ntitle: b"],
    ["a text that goes on", "title: Mail\n  stops"],
    ["a list that goes on", "products: [a,\n  b]"],
    ["a list in a list", "products: [[a], b]"],
    ["a comma without a blank", "products: [a,b]"],
    ["a blank before a bracket", "products: [a ]"],
    ["a group without braces", "source:\n  form: text"],
    ["a folded block", "cause: >\n  It\n  stops."],
    ["a block that says how it ends", "cause: |-\n  It stops."],
    ["a block that ends in blank lines", "cause: |\n  It stops.\n\nstatus: Fixed"],
    ["a block indented by more", "cause: |\n    It\n  stops."],
    ["an anchor", "title: &a Mail"],
    ["an escape of YAML alone", 'title: "\\x41"'],
    ["a long text whose quotation marks never close", `title: "${"a".repeat(99)}`],
    ["a colon in a text", "title: MAIL: Stops"],
    ["a blank at the end", "title: Mail "],
    ["a tab", "title: Mail\tstops"],
    ["a carriage return", "title: Mail\r"],
    ["a document's end", "title: Mail\n..."],
    ["an empty line", "title: Mail\n\nid: Q1"],
    ["no YAML", "Mail stops."],
    ["an empty text", ""],
  ])("%s", (_, text) => {
    expect(readSimpleYaml(text === "" ? "" : `${text}\n`)).toBeUndefined();
  });
});

test("whatever is read is read the same", () => {
  const part = fc.constantFrom(
    ...[
      "a: ",
      "b:",
      "c: |\n  ",
      "\n",
      "\n  - ",
      "\n    ",
      "  ",
      " ",
      "[",
      "]",
      "{",
      "}",
      ", ",
      ",",
    ],
    ...[
      '"',
      "'",
      "''",
      "\\",
      "\\n",
      "\\u00e9",
      "x",
      "x y",
      "-",
      "--",
      "#",
      ": ",
      ":",
      "1",
      ".5",
      "null",
    ],
    ...[
      "0x1",
      "2e3",
      "é",
      "\u2028",
      "~",
      "&",
      "*",
      "!",
      "%",
      "@",
      "|",
      ">",
      "?",
      "<",
      "(",
      "/",
      "$",
      "_",
    ],
  );
  let simple = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(
        "",
        "a: x\n",
        "a: [",
        "a: {b: ",
        "a:\n  - ",
        "a:\n  - b: ",
        "a: |\n  ",
        'a: "',
      ),
      fc.array(part, { maxLength: 7 }).map((parts) => parts.join("")),
      fc.constantFrom("", "]", "}", '"'),
      (start, middle, end) => {
        const text = `${start}${middle}${end}\n`;
        const read = readSimpleYaml(text);
        if (read === undefined) return;
        simple += 1;
        expect(read).toEqual(yaml(text));
      },
    ),
    { numRuns: 5000, seed: 298_836 },
  );
  expect(simple).toBeGreaterThan(100);
});
