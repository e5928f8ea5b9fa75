import { expect, test } from "vitest";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { blocksOf, parseMarkdown, textOf } from "./blocks.ts";

test("blocks are named by their kind, and numbered within their section", () => {
  const symptoms = "It stops:\n\n```message\nNo *memory*\n```\n\n* first\n\n  more\n* second\n";
  const article = { frontMatter: { id: "Q1000", title: "T", symptoms, cause: "A `b`." }, body: "" };
  expect(blocksOf(article).map(({ section, name, text }) => [section, name, text])).toEqual([
    ["symptoms", "paragraph-1", "It stops:"],
    ["symptoms", "message-1", "No *memory*"],
    ["symptoms", "item-1", "first"],
    ["symptoms", "paragraph-2", "more"],
    ["symptoms", "item-2", "second"],
    ["cause", "paragraph-1", "A b."],
  ]);
});

test.each([
  ["lists", "- a\n  b\n  1. c\n\n     d\n- e\n\n7) f\n8) g"],
  ["escapes and entities", "\\* OK \\[UIDVALIDITY 1\\] &lt;a&gt; b\\\\c 1\\. d"],
  ["inline markup", "*a* **b** `c` ~~d~~ [e](f) <http://g.example/> h  \ni"],
  ["verbatim blocks", "```event\na\n  b\n```\n\n    c\n    d"],
  ["tables", "| a | b |\n|---|--:|\n| `c` | *d* |"],
  ["quotations and headings", "> a\n> - b\n\n### c *d*"],
])("text is what remark reads: %s", (_, markdown) => {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  expect(textOf(parseMarkdown(markdown))).toBe(textOf(tree));
});
