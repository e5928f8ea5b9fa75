/** The blocks of an article by name, so that a scenario can quote one without repeating it: `symptoms`, `event-1`. */

import type { Nodes } from "mdast";
import { markdownToMdast } from "satteri";
import { slug } from "../../article/render-headings.ts";
import { FEATURES } from "../../article/render-safety.ts";
import type { Article } from "../../article/schema.ts";
import { sectionsOf } from "../../article/sections.ts";

export interface Block {
  /** Key of its section: `symptoms`. */
  readonly section: string;
  /** The section's anchor on the page. */
  readonly anchor: string;
  /** Its kind and its number among those of its kind in the section: `event-1`, `paragraph-2`. */
  readonly name: string;
  /** What a fence says it is (`event`, `message`, `transcript`), `paragraph`, `item`, `heading` or `table`. */
  readonly kind: string;
  /** As a reader sees it. Verbatim blocks keep their lines. */
  readonly text: string;
}

/** Kinds of blocks that show what a person could see happen. */
export const OBSERVABLE = ["event", "message", "transcript"];

/** All blocks of an article, in its order. */
export function blocksOf(article: Article): Block[] {
  return sectionsOf(article).flatMap(({ key, heading, markdown }) => {
    const counts = new Map<string, number>();
    return leavesOf(parseMarkdown(markdown)).map(({ kind, text }) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return { section: key, anchor: slug(heading), name: `${kind}-${count}`, kind, text };
    });
  });
}

function leavesOf(node: Nodes): { kind: string; text: string }[] {
  switch (node.type) {
    case "code":
      return [{ kind: /^[a-z]+/.exec(node.lang ?? "")?.[0] ?? "text", text: node.value }];
    case "paragraph":
    case "heading":
    case "table":
      return [{ kind: node.type, text: textOf(node) }];
    case "listItem": {
      const [first, ...rest] = node.children;
      const own = first?.type === "paragraph" ? [{ kind: "item", text: textOf(first) }] : [];
      return [...own, ...(own.length > 0 ? rest : node.children).flatMap(leavesOf)];
    }
    default:
      return "children" in node ? node.children.flatMap(leavesOf) : [];
  }
}

export function parseMarkdown(markdown: string): Nodes {
  return markdownToMdast(markdown, { features: FEATURES });
}

/** Markdown as a reader sees it: no markers, no escapes; blocks apart. */
export function textOf(node: Nodes): string {
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
