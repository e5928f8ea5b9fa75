import { unescapeHtml } from "./html.ts";
import { htmlOf } from "./section-html.ts";
import type { Section } from "./sections.ts";

/** A block of a text without its markup; line ends within a paragraph are blanks. */
export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly text: string }
  | { readonly kind: "code"; readonly info: string; readonly text: string }
  | { readonly kind: "list"; readonly start?: number; readonly items: readonly Blocks[] }
  | { readonly kind: "quote"; readonly blocks: Blocks }
  | { readonly kind: "table" };

export type Blocks = readonly Block[];

/** The blocks of a section, read off its HTML: a second parse of its Markdown would cost four times as much. */
export function blocksOf(section: Section): Blocks {
  return (section.blocks ??= blocksIn(htmlOf(section)));
}

/** The blocks of HTML as `safeHtml` writes it. */
export function blocksIn(html: string): Blocks {
  return readBlocks({ html, at: 0 });
}

/** Where a reading stands. */
interface Cursor {
  readonly html: string;
  at: number;
}

/** A tag that begins or ends a block, or the footnotes at the end. The tags of inline markup are none of them. */
const BLOCK_TAG = /<(\/?)(p|h[1-6]|pre|ul|ol|li|blockquote|table|hr|section)\b([^>]*)>/g;

/** Reads blocks up to the tag that ends what they stand in. */
function readBlocks(cursor: Cursor): Block[] {
  const blocks: Block[] = [];
  for (;;) {
    const before = cursor.at;
    const tag = nextTag(cursor);
    // The words of an item whose list has no blank lines stand in no paragraph.
    const words = cursor.html.slice(before, tag?.index);
    if (words !== "" && words !== "\n")
      blocks.push({ kind: "paragraph", text: textOf(words.replace(/^\n|\n$/g, "")) });
    if (tag === null || tag[1] === "/") return blocks;
    const block = readBlock(tag[2] ?? "", tag[3] ?? "", cursor);
    if (block !== undefined) blocks.push(block);
  }
}

function nextTag(cursor: Cursor): RegExpExecArray | null {
  BLOCK_TAG.lastIndex = cursor.at;
  const tag = BLOCK_TAG.exec(cursor.html);
  cursor.at = tag === null ? cursor.html.length : BLOCK_TAG.lastIndex;
  return tag;
}

/** Reads a block whose first tag was read. */
function readBlock(name: string, attributes: string, cursor: Cursor): Block | undefined {
  switch (name) {
    case "hr":
      return undefined;
    case "section":
      cursor.at = cursor.html.length;
      return undefined;
    case "table":
      readTo("</table>", cursor);
      return { kind: "table" };
    case "pre":
      return code(readTo("</code></pre>", cursor));
    case "blockquote":
      return { kind: "quote", blocks: readBlocks(cursor) };
    case "ul":
      return { kind: "list", items: readItems(cursor) };
    case "ol": {
      const start = Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1);
      return { kind: "list", start, items: readItems(cursor) };
    }
    default: {
      const text = textOf(readTo(`</${name}>`, cursor));
      return { kind: name === "p" ? "paragraph" : "heading", text };
    }
  }
}

function readItems(cursor: Cursor): Blocks[] {
  const items: Blocks[] = [];
  while (nextTag(cursor)?.[1] === "") items.push(readBlocks(cursor));
  return items;
}

/** What stands before a tag; the reading goes on behind it. */
function readTo(tag: string, cursor: Cursor): string {
  const end = cursor.html.indexOf(tag, cursor.at);
  const found = cursor.html.slice(cursor.at, end);
  cursor.at = end + tag.length;
  return found;
}

/** Of `<code class="language-c">…`. */
function code(html: string): Block {
  const start = html.indexOf(">") + 1;
  const info = /^<code class="language-([^"]*)"/.exec(html)?.[1] ?? "";
  const end = html.endsWith("\n") ? -1 : undefined;
  return { kind: "code", info: unescapeHtml(info), text: unescapeHtml(html.slice(start, end)) };
}

/** What of inline HTML is no text: line breaks, marks of footnotes, check boxes, pictures, and all other tags. */
const MARKUP = /<br>\n?|<sup>.*?<\/sup>|<input[^>]*> |<img [^>]*\balt="([^"]*)"[^>]*>|<[^>]*>/g;

function textOf(html: string): string {
  const text = html.includes("<")
    ? html.replace(MARKUP, (tag, alt?: string) => (tag.startsWith("<br>") ? " " : (alt ?? "")))
    : html;
  return unescapeHtml(text.replaceAll("\n", " "));
}
