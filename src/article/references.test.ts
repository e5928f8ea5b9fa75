import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn } from "./references.ts";

test("ids are told apart from words and numbers that only look like them", () => {
  const text =
    "See Q151261, (Q900105) and R100001; not AQ12, xQ151262, Q151263a, Q1234567890 or Q151261.";
  expect(mentionsIn(text)).toEqual(["Q151261", "Q900105", "R100001"]);
});

test("mentions are found where one regular expression for the whole finds them, each once", () => {
  const MENTION = /(?<![\p{L}\p{N}_])[A-Z]{1,8}[0-9]{3,9}(?![\p{L}\p{N}_])/gu;
  const part = fc.constantFrom(
    ..."QAé_ .1234",
    "Q123",
    "KB456789",
    "ABCDEFGH",
    "0123456789",
    "\u{1d400}",
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join("")),
      (text) => {
        expect(mentionsIn(text)).toEqual([...new Set(text.match(MENTION))]);
      },
    ),
    { numRuns: 1000 },
  );
});
