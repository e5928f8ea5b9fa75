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
  expect(["3", "0x800cccd3", "mapi32dll"].map(stemOf)).toEqual(["3", "0x800cccd3", "mapi32dll"]);
});
