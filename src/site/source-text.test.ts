import { expect, test } from "vitest";
import { sourceText } from "./source-text.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test("UTF-8 is read as such, with or without its mark", () => {
  expect(sourceText(Buffer.from("\uFEFF“Ünï”\r\n", "utf8"))).toBe("“Ünï”\n");
});

test("other bytes are windows-1252", () => {
  expect(sourceText(bytes("\x93quoted\x94 \xA9 1.5\x96"))).toBe("“quoted” © 1.5–");
});

test("control characters become their pictures, line ends and tabs stay", () => {
  expect(sourceText(bytes("a\r\nb\rc\td\x1B[0m\x7F\x0C"))).toBe("a\nb\nc\td␛[0m␡␌");
});
