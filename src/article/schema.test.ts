import fc from "fast-check";
import { expect, test } from "vitest";
import { frontMatterSchema, isFrontMatter, SOURCE_FORMS } from "./schema.ts";

const text = fc.constantFrom("", "Q900001", "2002-08-16", "2002-02-30", "a text", "text");
const other = fc.constantFrom<unknown[]>(null, 7, true, [], {}, [""], [null]);
const texts = fc.array(text, { maxLength: 3 });
const value = fc.oneof({ weight: 4, arbitrary: text }, { weight: 4, arbitrary: texts }, other);
const hex = fc.constantFrom("", "0".repeat(64), "0".repeat(63));
const event = fc.dictionary(fc.constantFrom("id", "source", "none"), value, { maxKeys: 3 });
const source = fc.record(
  {
    form: fc.constantFrom(...SOURCE_FORMS, "none"),
    file: text,
    sha256: hex,
    written: hex,
    x: text,
  },
  { requiredKeys: ["form", "file"] },
);
const field = fc.constantFrom(...Object.keys(frontMatterSchema.shape), "unknown");

test("front matter is told from what is none as zod tells it", () => {
  let valid = 0;
  fc.assert(
    fc.property(
      fc.dictionary(field, value, { maxKeys: 2 }),
      fc.option(fc.array(event, { maxLength: 2 }), { nil: undefined }),
      fc.option(source, { nil: undefined }),
      (fields, events, origin) => {
        const groups = { ...(events && { events }), ...(origin && { source: origin }) };
        const data = { id: "Q900001", title: "text", ...fields, ...groups };
        const { success } = frontMatterSchema.safeParse(data);
        if (success) valid += 1;
        expect(isFrontMatter(data)).toBe(success);
      },
    ),
    { numRuns: 2000 },
  );
  expect(valid).toBeGreaterThan(30);
});

test.each([[undefined], [null], ["id"], [[]], [{ id: "Q900001" }], [{ title: "A title" }]])(
  "%j is no front matter",
  (data) => {
    expect(isFrontMatter(data)).toBe(false);
  },
);
