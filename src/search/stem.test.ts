import { expect, test } from "vitest";
import { stemOf } from "./stem.ts";

test.each([
  ["mailboxes", "mailbox"],
  ["stopped", "stops"],
  ["copies", "copy"],
  ["printing", "printed"],
])("%s and %s are one word", (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

test("numbers stay as they are", () => {
  expect(["3", "0x800cccd3", "65535z"].map(stemOf)).toEqual(["3", "0x800cccd3", "65535z"]);
});

test.each([
  ["university", "universiti"],
  ["universal", "universal"],
  ["organization", "organiz"],
  ["international", "internat"],
  ["pasted", "paste"],
  ["adding", "add"],
  ["stopping", "stop"],
  ["archaeologists", "archaeolog"],
  ["saying", "say"],
  ["yyyy", "yyyi"],
  ["win32s", "win32"],
])("the third version's stem of %s is %s", (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});
