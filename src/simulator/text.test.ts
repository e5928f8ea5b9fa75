import { describe, expect, test } from "vitest";
import { fill, formatCount, formatNumber, holesOf, marksOf } from "./text.ts";

describe("numbers", () => {
  test.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [65_536, "65,536"],
    [1_000_000, "1,000,000"],
  ])("%i is written %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test("a unit agrees with its number", () => {
    expect(formatCount(1, ["message", "messages"])).toBe("1 message");
    expect(formatCount(0, ["message", "messages"])).toBe("0 messages");
    expect(formatCount(5, null)).toBe("5");
  });
});

describe("templates", () => {
  test("holes are names in braces; an IMAP4 literal is none", () => {
    expect(holesOf("version {version} ({host}) {5}")).toEqual(["version", "host"]);
  });

  test("what has no value stays for the next who can fill it", () => {
    expect(fill("{tag} OK {version}", (name) => (name === "version" ? "5.5" : undefined))).toBe(
      "{tag} OK 5.5",
    );
  });
});

describe("marks", () => {
  test("show what was filled in, and the article's own placeholders", () => {
    const text = "* OK version 5.5.1 (<server>) ready";
    const marks = marksOf(text, "* OK version {version} (<server>) ready", ["<server>"]);
    expect(marks.map(({ start, end, kind, name }) => [text.slice(start, end), kind, name])).toEqual(
      [
        ["5.5.1", "filled", "version"],
        ["<server>", "placeholder", "<server>"],
      ],
    );
  });

  test("the longest placeholder wins where two begin together", () => {
    const marks = marksOf("user a\\b/c", "user a\\b/c", ["a\\b", "a\\b/c"]);
    expect(marks).toEqual([{ start: 5, end: 10, kind: "placeholder", name: "a\\b/c" }]);
  });

  test("a text that is not made from the template has none", () => {
    expect(marksOf("quite different", "version {version}", [])).toEqual([]);
  });
});
