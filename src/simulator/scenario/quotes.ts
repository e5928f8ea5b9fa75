/** Finds words in an article: each run of white space, in both, is one space. */

import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import type { Nodes } from "mdast";
import { unified } from "unified";
import { slug } from "../../article/render-headings.ts";
import type { Article } from "../../article/schema.ts";
import { sectionsOf } from "../../article/sections.ts";
import { holesOf, patternOf } from "../text.ts";

/** Where words stand, and how the article has them. */
export interface Found {
  readonly words: string;
  readonly section: string;
  readonly anchor: string;
}

/** Looks for a template's words: a hole, `{name}`, stands for any run without white space. */
export type Finder = (template: string) => Found | undefined;

/** Reads an article once, for many questions. */
export function finderOf(article: Article): Finder {
  const sections = sectionsOf(article).map(({ key, heading, markdown }) => ({
    section: key,
    anchor: slug(heading),
    text: plainText(markdown),
  }));
  const { title, appliesTo = [] } = article.frontMatter;
  const places = [
    ...sections,
    { section: "title", anchor: "title", text: title },
    { section: "appliesTo", anchor: "applies-to", text: appliesTo.join("\n") },
  ];
  return (template) => {
    const pattern = new RegExp(wholeWords(template.trim()));
    for (const { section, anchor, text } of places) {
      const match = pattern.exec(text);
      if (match) return { words: match[0].replace(/\s+/g, " "), section, anchor };
    }
    return undefined;
  };
}

/** Finders in other articles, each of which is read once. */
export function findersIn(
  articleById: (id: string) => Article | undefined,
): (id: string) => Finder | undefined {
  const finders = new Map<string, Finder | undefined>();
  return (id) => {
    if (!finders.has(id)) {
      const article = articleById(id);
      finders.set(id, article && finderOf(article));
    }
    return finders.get(id);
  };
}

/** A match neither begins nor ends inside a word. */
function wholeWords(template: string): string {
  const before = /^\w/.test(template) ? "(?<!\\w)" : "";
  const after = /\w$/.test(template) ? "(?!\\w)" : "";
  const hole = holesOf(template).length > 0 ? "\\S+" : "";
  return before + patternOf(template, hole) + after;
}

/** Markdown as a reader sees it: no markers, no escapes; blocks apart. */
function plainText(markdown: string): string {
  return textOf(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  if (!("children" in node)) return "";
  // A bullet is text to those who quote: `* OK` of a protocol may have been taken for one.
  if (node.type === "listItem") return `* ${node.children.map(textOf).join("\n\n")}`;
  const isInline = node.type === "paragraph" || node.type === "heading" || isPhrasing(node);
  return node.children.map(textOf).join(isInline ? "" : "\n\n");
}

function isPhrasing(node: Nodes): boolean {
  return ["emphasis", "strong", "delete", "link", "linkReference", "tableCell"].includes(node.type);
}
