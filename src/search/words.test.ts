import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf, wordsOf } from "./words.ts";

test.each([
  ["a word of letters, whatever stands around it", '"Mailboxes,"', ["mailboxes"]],
  ["codes that punctuation glued", "(0xC0000005,0x8013B5E6)", ["0xc0000005z", "0x8013b5e6z"]],
  ["a code behind a name", "hr=0x800cccdd", ["hr", "0x800cccddz"]],
  ["a code without its mark", "80040E14", ["0x80040e14z"]],
  [
    "a code as the negative number that some tools print",
    "-2147217900",
    ["0x80040e14z", "2147217900z"],
  ],
  ["the same without its sign", "2147749396", ["0x80040e14z", "2147749396z"]],
  ["a long number that is no code", "1234567890", ["1234567890z"]],
  ["leading zeros", "0x0000000A", ["0xaz"]],
  ["a number with separators", "65,535", ["65535z"]],
  ["several of them", "1,234,567.", ["1234567z"]],
  ["a version, which is not number 40", "4.0", ["4dot0"]],
  ["a file's version", "5.5.2653.0", ["5dot5dot2653dot0"]],
  ["a version with a letter", "v6.0a", ["v6dot0a"]],
  ["an amount", "$1,000.50", ["1000dot50"]],
  ["an article's number", "Q298836", ["q298836z", "298836z"]],
  ["the same as later years wrote it", "KB298836", ["q298836z", "298836z"]],
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
  ["a platform", ".NET", ["dotnet", "net"]],
  ["a key", "F#", ["f"]],
  ["an accent", "Zürich", ["zurich"]],
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
