import { expect, test } from "vitest";
import { framed, frameIn } from "./frame.ts";

const MARK = "<!--mark-->";

test("a page is its own parts within what all have in common", () => {
  const frame = frameIn(`<head>${MARK}</head><body>${MARK}</body>`, MARK);
  const page = framed(frame, { head: "A", body: "é" });
  expect(String(page)).toBe("<head>A</head><body>é</body>");
});

test("parts can be empty", () => {
  expect(String(framed(frameIn(`a${MARK}b${MARK}`, MARK), { head: "", body: "" }))).toBe("ab");
});

test.each([`a${MARK}b`, `a${MARK}b${MARK}c${MARK}`])("%s is no frame", (document) => {
  expect(() => frameIn(document, MARK)).toThrow("one place");
});
