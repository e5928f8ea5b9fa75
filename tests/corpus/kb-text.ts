import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SECTION_KEYS, type Article } from "../../src/article/schema.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";

interface Node {
  type: string;
  value?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  children?: Node[];
}

/** The longest line of text, as in the archive. */
const WIDTH = 79;

const markdown = unified().use(remarkParse).use(remarkGfm);

/**
 * Article → KB text of form 1, as its author might have typed it: what the sections say, under a header of id and title.
 * Verbatim blocks are set off by three columns, and text is wrapped.
 */
export function writeKbText({ frontMatter, body }: Article): string {
  const header = [
    `DOCUMENT:${frontMatter.id}  01-JAN-2000  [one]`,
    `TITLE   :${frontMatter.title}`,
    "PRODUCT :One",
    "PROD/VER:",
    "OPER/SYS:",
    "KEYWORDS:",
    "",
    "=".repeat(70),
    "-".repeat(79),
    "The information in this article applies to:",
    "",
    " - One ",
    "-".repeat(79),
    "",
  ];
  const keyed = new Map<string, string[]>();
  for (const key of SECTION_KEYS) {
    const text = frontMatter[key];
    if (text !== undefined)
      keyed.set(key, [key.toUpperCase(), "=".repeat(key.length), "", ...blocks(read(text), WIDTH)]);
  }
  const bodies = bodySections(body);
  const order = frontMatter.order ?? [...keyed.keys()];
  const out: string[] = [];
  for (const name of order) {
    const lines = keyed.get(name) ?? bodies.shift();
    if (lines !== undefined) out.push(...lines, "");
  }
  for (const rest of bodies) out.push(...rest, "");
  return [
    ...header,
    ...out,
    "Additional query words: one",
    "",
    "=".repeat(70),
    "Keywords          : one",
    "Version           : 1",
    "",
    "=".repeat(77),
    "",
  ].join("\n");
}

function read(text: string): Node[] {
  return (markdown.parse(text) as Node).children ?? [];
}

function bodySections(body: string): string[][] {
  const sections: Node[][] = [];
  for (const node of read(body)) {
    if ((node.type === "heading" && node.depth === 2) || sections.length === 0)
      sections.push([node]);
    else sections.at(-1)?.push(node);
  }
  return sections.map((nodes) => {
    const [first, ...rest] = nodes;
    if (first?.type !== "heading" || first.depth !== 2) return blocks(nodes, WIDTH);
    const title = textOf(first).toUpperCase();
    return [title, "=".repeat(title.length), "", ...blocks(rest, WIDTH)];
  });
}

function blocks(nodes: readonly Node[], width: number, tight = false): string[] {
  return nodes.flatMap((node, index) => {
    const lines = block(node, width, nodes[index - 1]?.type === "list");
    return index > 0 && !tight ? ["", ...lines] : lines;
  });
}

/** What follows a list stands nearer to the margin than its items' text, so that it is not one of theirs. */
function block(node: Node, width: number, afterList: boolean): string[] {
  switch (node.type) {
    case "heading": {
      const text = textOf(node);
      return [text, "-".repeat(text.length)];
    }
    case "code":
      return (node.value ?? "")
        .split("\n")
        .map((line) => (line === "" ? "" : (afterList ? " " : "   ") + line));
    case "list":
      return list(node, width);
    case "blockquote":
      return callout(node, width);
    case "table":
      return table(node);
    default:
      return textOf(node)
        .split("\n")
        .flatMap((line) => wrapped(line, width));
  }
}

/** Broken at blanks, where the next word would cross the margin. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function list(node: Node, width: number): string[] {
  const items = node.children ?? [];
  return items.flatMap((item, index) => {
    const [first = "", ...rest] = blocks(
      item.children ?? [],
      width - 3,
      node.spread !== true && item.spread !== true,
    );
    const gap = index > 0 && node.spread === true ? [""] : [];
    if (
      node.ordered !== true &&
      node.spread !== true &&
      /^(?:Q\d{5,6}\b|ARTICLE[- ]ID|https?:|ftp:)/.test(first)
    )
      return [`   ${first}`, ...rest];
    const lettered = node.ordered !== true && /^\(?[A-Za-z][.)] /.test(first);
    const marker = node.ordered === true ? `${(node.start ?? 1) + index}. ` : lettered ? "" : " - ";
    const pad = " ".repeat(lettered ? 3 : marker.length);
    return [...gap, marker + first, ...rest.map((line) => (line === "" ? "" : pad + line))];
  });
}

function callout(node: Node, width: number): string[] {
  const lines = blocks(node.children ?? [], width);
  const type = /^\[!(\w+)\]/.exec(lines[0] ?? "")?.[1] ?? "NOTE";
  const rest = lines.slice(1);
  return [`${type}: ${rest[0] ?? ""}`, ...rest.slice(1)];
}

function table(node: Node): string[] {
  const rows = (node.children ?? []).map((row) => (row.children ?? []).map(textOf));
  const widths = (rows[0] ?? []).map((_, c) =>
    Math.max(3, ...rows.map((row) => (row[c] ?? "").length)),
  );
  const rule = `+${widths.map((w) => "-".repeat(w + 2)).join("+")}+`;
  const line = (row: string[]) =>
    `| ${row.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join(" | ")} |`;
  return [rule, ...rows.flatMap((row) => [line(row), rule])];
}

function textOf(node: Node): string {
  if (node.type === "break") return "\n";
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Whether an article, written as KB text and parsed again, has the same sections. */
export function comesBack(article: Article): boolean {
  const text = writeKbText(article);
  const again = parseKbText(Buffer.from(text), "again.txt").article;
  return again !== undefined && sectionsOf(again) === sectionsOf(article);
}

function sectionsOf({ frontMatter, body }: Article): string {
  return JSON.stringify([...SECTION_KEYS.map((key) => frontMatter[key] ?? ""), body]);
}
