import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { markdownToMdast } from "satteri";
import { unified } from "unified";
import { blocksOf, type Block } from "./blocks.ts";

const blocks = (markdown: string) => blocksOf({ key: "cause", heading: "Cause", markdown });

test("blocks are told without their markup", () => {
  const markdown =
    "## *A* `b`\n\nc\n&lt;d>\n\n- e\n\n  ~~~vb\n  f <g>\n\n  h\n  ~~~\n\n> [!NOTE]\n> i\n\n| j |\n|---|\n| k |";
  expect(blocks(markdown)).toEqual([
    { kind: "heading", text: "A b" },
    { kind: "paragraph", text: "c <d>" },
    {
      kind: "list",
      items: [
        [
          { kind: "paragraph", text: "e" },
          { kind: "code", info: "vb", text: "f <g>\n\nh" },
        ],
      ],
    },
    { kind: "quote", blocks: [{ kind: "paragraph", text: "[!NOTE] i" }] },
    { kind: "table" },
  ]);
});

describe("they are those of the tree", () => {
  const remark = unified().use(remarkParse).use(remarkGfm);

  function told(node: Nodes): Block[] {
    switch (node.type) {
      case "paragraph":
      case "heading":
        return [{ kind: node.type, text: textOf(node) }];
      case "code":
        return [{ kind: "code", info: node.lang ?? "", text: node.value }];
      case "list": {
        const start = node.ordered === true ? { start: node.start ?? 1 } : {};
        return [{ kind: "list", ...start, items: node.children.map(within) }];
      }
      case "blockquote":
        return [{ kind: "quote", blocks: within(node) }];
      case "table":
        return [{ kind: "table" }];
      default:
        return [];
    }
  }

  const within = (node: Nodes) => ("children" in node ? node.children.flatMap(told) : []);

  function textOf(node: Nodes): string {
    if (node.type === "break") return " ";
    if ("value" in node) return node.value.replaceAll("\n", " ");
    if ("alt" in node) return node.alt ?? "";
    return "children" in node ? node.children.map(textOf).join("") : "";
  }

  test.each([
    ["lists, tight and loose", "- a\n  b\n  1. c\n- d\n\n7) e\n\n   f\n8) g"],
    ["items that begin with blocks", "1. ```\n   a\n   ```\n   b\n2. > c\n3.\n4. - d"],
    ["tasks", "- [ ] a\n- [x] b\n\n* [x] c\n\n  d"],
    ["quotations", "> a\n> > b\n>\n> - c\n\n> # d"],
    ["inline markup", "*a* **b** `c  <d>` ~~e~~ [f](g \"h\") ![i 'j'](k) <http://l.example/?m&n>"],
    ["markup in values", '[a](b "<p>c</p>") ![<li>](d.png "</ul>")'],
    ["line breaks", "a  \nb\\\nc\nd"],
    ["code", "    a\n\n    b\n\n```\n```\n\n```\n\nc\n\n```\n\n~~~x <y> z\n</pre>\n~~~"],
    ["footnotes", "a[^1] b\n\n[^1]: c\n\n    - d"],
    ["what is no block of text", "a\n\n---\n\n[b]: c\n\nd"],
    ["nothing", ""],
  ])("that remark reads: %s", (_, markdown) => {
    expect(blocks(markdown)).toEqual(within(remark.parse(markdown)));
  });

  test("that Sätteri reads, whatever the lines", () => {
    const lines = fc.constantFrom(
      ..."a|*b* c|- d|  - e|1. f|10. g|   h|> i|> - j|```|   ```c|    k|# l|m|&lt;n|-or-||\to|[p](q)|![r](s)|+ t|>|*|#|u  |v\\|w[^1]|[^1]: x|---".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), (text) => {
        const markdown = text.join("\n");
        const tree = markdownToMdast(markdown, { features: { frontmatter: false } });
        expect(blocks(markdown)).toEqual(within(tree));
      }),
    );
  });
});
