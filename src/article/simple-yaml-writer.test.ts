import fc from "fast-check";
import { expect, test } from "vitest";
import { writeField } from "./file.ts";
import { writeSimpleField, type Style, type Value } from "./simple-yaml-writer.ts";

test("fields are written for people to read", () => {
  expect(writeSimpleField("title", "MAIL: Queue Stops", undefined)).toBe(
    'title: "MAIL: Queue Stops"\n',
  );
  expect(writeSimpleField("versions", ["5.5", "5.5 SP1", "a, b"], "oneLine")).toBe(
    'versions: ["5.5", 5.5 SP1, "a, b"]\n',
  );
  expect(writeSimpleField("symptoms", "One.\n\n- Two\n    Three", "block")).toBe(
    "symptoms: |\n  One.\n\n  - Two\n      Three\n",
  );
  expect(
    writeSimpleField("events", [{ id: "7000", source: undefined, type: "Error" }], undefined),
  ).toBe('events:\n  - id: "7000"\n    type: Error\n');
});

const word = fc.constantFrom(
  ..."-?:#,[]{}&*!|>'\"%@`~\\/ ",
  ..."0123456789.+eExo",
  ...[
    "null",
    "true",
    "No",
    ".inf",
    "-or-",
    "a",
    "Word",
    "\n",
    "\n\n",
    "\t",
    "\u00e9",
    "\u0007",
    "\ud800",
  ],
);
const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(""));
const group = fc.record({ id: text, source: text }, { requiredKeys: ["id"] });
const lists: fc.Arbitrary<[Value, Style]>[] = [
  fc.tuple(text, fc.constantFrom<Style>("block", undefined)),
  fc.tuple(
    fc.array(text, { minLength: 1, maxLength: 3 }),
    fc.constantFrom<Style>("oneLine", undefined),
  ),
  fc.tuple(fc.array(group, { minLength: 1, maxLength: 3 }), fc.constant(undefined)),
  fc.tuple(group, fc.constant("oneLine" as const)),
];

test("what is written is what the library writes", () => {
  fc.assert(
    fc.property(fc.oneof(...lists), ([value, style]) => {
      const written = writeSimpleField("key", value, style);
      fc.pre(written !== undefined);
      expect(written).toBe(writeField("key", value, style));
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, Value, Style]>([
  ["a control character", "bell \u0007", undefined],
  ["a line break in a list", ["one\ntwo"], undefined],
  ["a letter that is not ASCII, which may need escapes", "caf\u00e9", undefined],
  ["a block that begins with a blank", " one", "block"],
  ["an empty group", [{ id: undefined }], undefined],
])("left to the library: %s", (_, value, style) => {
  expect(writeSimpleField("key", value, style)).toBeUndefined();
});
