import fc from "fast-check";
import { expect, test } from "vitest";
import { readArticle, writeArticle } from "../article/file.ts";
import { parseKbText } from "./parse.ts";

/** Lines as articles have them, and as they have them not. */
const WORDS = [
  "one",
  "Two",
  "the",
  "of",
  "x.y",
  "A&B",
  "it's",
  "1234",
  "0x80040115",
  "Q100001",
  "C:\\",
  "*",
  "<a>",
  "|",
];
const STARTS = [
  "",
  "",
  "",
  " - ",
  "- ",
  "1. ",
  "2. ",
  "a. ",
  "   ",
  "     ",
  "NOTE: ",
  "Event ID: ",
  "Source: ",
  "\t",
];
const WHOLE = [
  "",
  "",
  "",
  "SYMPTOMS",
  "========",
  "-----",
  "-or-",
  "MORE INFORMATION",
  "================",
  "   HKEY_LOCAL_MACHINE\\Software",
  "+----+----+",
  "| a  | b  |",
  "One   Two",
  "---   ---",
  "   +OK ready",
  "C:\\>dir",
  "#include <one.h>",
  "Additional query words: one",
];
const textLine = fc.tuple(
  fc.constantFrom(...STARTS),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }),
  fc.constantFrom("", ".", ":", ";", "-"),
);
const line = fc.oneof(
  textLine.map(([start, words, end]) => start + words.join(" ") + end),
  fc.constantFrom(...WHOLE),
);
const body = fc.array(line, { maxLength: 40 });

const HEADER =
  "DOCUMENT:Q100001  01-JAN-2000  [one]\nTITLE   :One\nPRODUCT :Two\nPROD/VER:\nOPER/SYS:\nKEYWORDS:\n\n";
const RULE = `${"=".repeat(70)}\n`;

function parsed(text: string) {
  return parseKbText(Buffer.from(text, "latin1"), "one.txt");
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of `one` that `other` has fewer of. */
function missing(one: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(one).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

test("parsing never throws, whatever the bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { findings, article } = parseKbText(bytes, "one.txt");
      expect(article !== undefined || findings.some(({ severity }) => severity === "error")).toBe(
        true,
      );
    }),
  );
});

test("no word of the body is lost", () => {
  fc.assert(
    fc.property(body, (lines) => {
      const text = lines.join("\n");
      const { article, findings } = parsed(`${HEADER}${RULE}\n${text}\n`);
      if (article === undefined) throw new Error("no article");
      const dropped = findings
        .filter(({ ruleId }) => ruleId === "kbtext/empty-section")
        .map(({ reason }) => reason);
      expect(missing(text, writeArticle(article) + dropped.join("\n"))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("line endings and trailing blanks make no difference", () => {
  fc.assert(
    fc.property(body, (lines) => {
      const text = `${HEADER}${RULE}\n${lines.join("\n")}\n`;
      const other = text.replaceAll("\n", "  \r\n");
      expect(parsed(other)).toEqual(parsed(text));
    }),
    { numRuns: 500 },
  );
});

test("what is written reads back as the same article", () => {
  fc.assert(
    fc.property(body, (lines) => {
      const { article } = parsed(`${HEADER}${RULE}\n${lines.join("\n")}\n`);
      if (article === undefined) throw new Error("no article");
      const read = readArticle(writeArticle(article), "index.md");
      expect(read.findings).toEqual([]);
      expect(read.article).toEqual(article);
    }),
    { numRuns: 1000 },
  );
});

test("blocks cover their lines in order, without overlapping", () => {
  fc.assert(
    fc.property(body, (lines) => {
      const { blocks } = parsed(`${HEADER}${RULE}\n${lines.join("\n")}\n`);
      for (const [index, block] of blocks.entries()) {
        expect(block.lastLine).toBeGreaterThanOrEqual(block.firstLine);
        expect(block.firstLine).toBeGreaterThan(blocks[index - 1]?.lastLine ?? 0);
      }
    }),
    { numRuns: 1000 },
  );
});

const MEGABYTE = 1_000_000;
test.each([
  ["of =", "=".repeat(MEGABYTE)],
  ["of spaces", `${" ".repeat(MEGABYTE)}x`],
  ["of - - -", "- ".repeat(MEGABYTE / 2)],
  ["of one word", "x".repeat(MEGABYTE)],
  ["of words in one line", "word ".repeat(MEGABYTE / 5)],
  [
    "of bullets, each deeper",
    Array.from({ length: 1400 }, (_, depth) => `${" ".repeat(depth)}- x`).join("\n"),
  ],
  ["of blank lines", "\n".repeat(MEGABYTE)],
  [
    "of numbered items",
    Array.from({ length: 100_000 }, (_, index) => `${index + 1}. x`).join("\n"),
  ],
  ["of bullets", "- x\n".repeat(MEGABYTE / 4)],
  ["of tabs", "\t".repeat(MEGABYTE)],
  ["of event labels", "Event ID: 1\n\n".repeat(MEGABYTE / 13)],
  ["of headings", "ABC\n===\n".repeat(MEGABYTE / 8)],
  ["of registry values", `   HKEY_USERS\n\n${"   Value: 1\n\n".repeat(MEGABYTE / 13)}`],
  ["of stars", "*_`[<".repeat(MEGABYTE / 5)],
  ["of an address", `http://${"a.".repeat(MEGABYTE / 2)}`],
  ["of @", "a@".repeat(MEGABYTE / 2)],
  ["of backticks", `   ${"`".repeat(MEGABYTE)}`],
  ["of code chunks", "   int x;\n\n".repeat(MEGABYTE / 11)],
  ["of code at two margins", "int x;\nint y;\n\n   int z;\n\n".repeat(MEGABYTE / 26)],
  ["of references in their paragraphs", '"One Guide"\n\n"Two Guide"\n\n'.repeat(MEGABYTE / 26)],
  ["of terms and descriptions", "/one\n    The one of the two is a word.\n".repeat(MEGABYTE / 39)],
  ["of columns of code", "   a   b;\n\n".repeat(MEGABYTE / 11)],
  ["of titles", `"One Guide"\n`.repeat(MEGABYTE / 12)],
  [
    "of remarks in items",
    `1. Type the following:\n\n${`   Abc ${"word ".repeat(30)}=\n\n`.repeat(6000)}`,
  ],
  ["of indented words, none of them a reply", "   Q123456\n\n   telnet\n\n".repeat(MEGABYTE / 22)],
  ["of announced records", "The application logs:\n\n   Abc 1 the of a\n\n".repeat(MEGABYTE / 42)],
])("a megabyte %s is read in linear time", (_, text) => {
  // Quadratic time would be minutes; the limit leaves room for a busy machine.
  const start = performance.now();
  expect(parsed(`${HEADER}${RULE}\n${text}\n`).article).toBeDefined();
  expect(performance.now() - start).toBeLessThan(15_000);
});
