import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf, wordsOf } from "./words.ts";

test.each([
  ["a word of letters, whatever stands around it", '"Mailboxes,"', ["mailboxes"]],
  ["codes that punctuation glued", "(0xC0000005,0x8013B5E6)", ["0xc0000005", "0x8013b5e6"]],
  ["a code behind a name", "hr=0x800cccdd", ["hr", "0x800cccdd"]],
  ["a code without its mark", "80040E14", ["0x80040e14"]],
  [
    "a code as the negative number that some tools print",
    "-2147217900",
    ["0x80040e14", "2147217900"],
  ],
  ["leading zeros", "0x0000000A", ["0xa"]],
  ["a number with separators", "65,535", ["65535"]],
  ["several of them", "1,234,567.", ["1234567"]],
  ["an article's number", "Q298836", ["q298836", "298836"]],
  ["the same as later years wrote it", "KB298836", ["q298836", "298836"]],
  ["a file", "mapi32.dll", ["mapi32dll", "mapi32", "dll"]],
  [
    "a registry path",
    "HKEY_LOCAL_MACHINE\\System",
    ["hkeylocalmachine", "hkey", "local", "machine", "system"],
  ],
  ["an API name", "GetFooBar()", ["getfoobar", "get", "foo", "bar"]],
  ["a name with a hyphen", "user-defined", ["userdefined", "user", "defined"]],
  ["a possessive", "server's", ["server"]],
  ["an apostrophe", "doesn't", ["doesnt"]],
  ["a protocol's answer", "+OK", ["plusok", "ok"]],
  ["its opposite", "-ERR", ["minuserr", "err"]],
  ["languages", "C++", ["cplusplus", "c"]],
  ["languages", "C#", ["csharp", "c"]],
  ["punctuation alone", "-----", []],
])("%s: %s", (_, text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("index words are lower-case letters and digits only, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
    }),
  );
});

test("chunks give the text back, apart from white space", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const raw = chunksOf(text).map((chunk) => chunk.raw);
      expect(raw.join(" ")).toBe(text.split(/\s+/).filter(Boolean).join(" "));
    }),
  );
});
