import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { markdownToHtml } from "satteri";
import { unified } from "unified";
import { expect, test } from "vitest";
import { writeBlocks } from "./write.ts";
import type { Block, Paragraph } from "../blocks/block.ts";

const remark = unified().use(remarkParse).use(remarkGfm);
const NOWHERE = { firstLine: 1, lastLine: 1 };

function paragraph(text: string): Paragraph {
  return { kind: "paragraph", text, ...NOWHERE };
}

/** The text that remark reads, paragraph by paragraph, with the names of all nodes that are not text. */
function readByRemark(markdown: string): { types: string[]; texts: string[] } {
  const types = new Set<string>();
  const texts: string[] = [];
  interface Node {
    type: string;
    value?: string;
    children?: Node[];
  }
  const textOf = (node: Node): string => {
    types.add(node.type);
    if (node.type === "break") return "\n";
    return node.value ?? (node.children ?? []).map(textOf).join("");
  };
  for (const child of remark.parse(markdown).children) texts.push(textOf(child));
  return { types: [...types], texts };
}

/** The text of Sätteri's HTML, without its tags. */
function readBySatteri(markdown: string): string {
  const { html } = markdownToHtml(markdown, { features: { frontmatter: false } }) as {
    html: string;
  };
  return html
    .replace(/<\/?[a-z][^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Text made of what Markdown, HTML and templates give a meaning to. */
const PIECES = [
  ..."*_`~#>|[]()<>!\\&{}^=-+:.'\"$@/ ",
  ...[
    "a",
    "b1",
    "  ",
    "1.",
    "2)",
    "- ",
    "* ",
    "---",
    "===",
    "```",
    "~~~",
    "&amp;",
    "&#42;",
    "&x;",
    "<b>",
    "</b>",
  ],
  ...[
    "<!--",
    "-->",
    "<?x?>",
    "http://",
    "https://e.org/a_b",
    "www.e.org",
    "a@e.org",
    "mailto:",
    "![",
    "](",
    "[^1]",
  ],
  ...[
    "[x]",
    "[ ]",
    "[x]: y",
    "| a |",
    "|---|",
    ":--",
    "{{",
    "}}",
    "{%",
    "domain\\user",
    "MAX_PATH",
    "__x__",
    "**",
  ],
];
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join("").replace(/ +/g, " ").trim())
  .filter((text) => text !== "");

test("any text comes back from remark as the same text, in paragraphs alone", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (texts) => {
      const { texts: read, types } = readByRemark(writeBlocks(texts.map(paragraph)));
      expect(read).toEqual(texts);
      expect(types.filter((type) => !["paragraph", "text", "link"].includes(type))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("breaks that the source meant are breaks, and nothing begins after them", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 4 }), (lines) => {
      const { texts, types } = readByRemark(writeBlocks([paragraph(lines.join("\n"))]));
      expect(texts).toEqual([lines.join("\n")]);
      expect(
        types.filter((type) => !["paragraph", "text", "link", "break"].includes(type)),
      ).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("Sätteri reads the same text", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      expect(readBySatteri(writeBlocks([paragraph(lines.join("\n"))]))).toBe(lines.join(" "));
    }),
    { numRuns: 3000 },
  );
});

test("headings, cells and items hold any text too", () => {
  fc.assert(
    fc.property(line, line, (one, two) => {
      const blocks: Block[] = [
        { kind: "heading", text: one, ...NOWHERE },
        { kind: "table", head: [one, two], rows: [[two, one]], ...NOWHERE },
        {
          kind: "list",
          loose: false,
          items: [{ blocks: [paragraph(one)] }, { blocks: [paragraph(two)] }],
          ...NOWHERE,
        },
      ];
      expect(readByRemark(writeBlocks(blocks)).texts).toEqual([
        one,
        one + two + two + one,
        one + two,
      ]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["domain\\user/mailbox", "domain\\user/mailbox"],
  ["MAX_PATH is 260", "MAX_PATH is 260"],
  ["a * b", "a * b"],
  ["telnet <server> 110", "telnet \\<server> 110"],
  ["see www.example.com.", "see [www.example.com](<http://www.example.com>)."],
  ["write to some_one@example.com", "write to <some_one@example.com>"],
  ["1986. A year", "1986\\. A year"],
])("%s is written as %s", (text, markdown) => {
  expect(writeBlocks([paragraph(text)])).toBe(markdown);
});
