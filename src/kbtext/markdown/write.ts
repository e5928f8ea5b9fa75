import type { Block, Callout, List, Table } from "../blocks/block.ts";
import { dedent, type Line } from "../line.ts";
import { blockStart, cell, inline } from "./inline.ts";

/**
 * Blocks → Markdown, without a line feed at the end.
 *
 * Written by hand and not by remark-stringify, which needs 0.6 ms an article where this needs 0.05 ms; the tests hold
 * the result against remark's parser.
 *
 * @param tight whether they are the blocks of an item with no blank lines around
 */
export function writeBlocks(blocks: readonly Block[], tight = false): string {
  let markdown = "";
  let before: Block | undefined;
  let marker: Marker = 0;
  for (const block of blocks) {
    // Two lists in a row would become one: the second takes the other marker.
    marker = before !== undefined && joins(before, block) && marker === 0 ? 1 : 0;
    if (before !== undefined) markdown += tight && joinsText(before, block) ? "\n" : "\n\n";
    markdown += writeBlock(block, marker);
    before = block;
  }
  return markdown;
}

/** Whether a list may stand right under the text of its item. */
function joinsText(before: Block, after: Block): boolean {
  return before.kind === "paragraph" && after.kind === "list" && (after.start ?? 1) === 1;
}

/** Which of two markers a list takes. */
type Marker = 0 | 1;
const BULLETS = ["-", "*"] as const;
const DELIMITERS = [".", ")"] as const;

function joins(before: Block, after: Block): boolean {
  const [one, two] = [listType(before), listType(after)];
  return one !== undefined && one === two;
}

function listType(block: Block): "bullet" | "ordered" | undefined {
  if (block.kind === "reference" || block.kind === "definition") return "bullet";
  if (block.kind !== "list") return undefined;
  return block.start === undefined ? "bullet" : "ordered";
}

function writeBlock(block: Block, marker: Marker): string {
  switch (block.kind) {
    case "list":
      return list(block, marker);
    case "paragraph":
    case "alternatives":
      return paragraph(block.text);
    case "heading":
      return `### ${inline(block.text).replace(/#+$/, (run) => run.replaceAll("#", "\\#"))}`;
    case "callout":
      return callout(block);
    case "table":
      return block.lines === undefined ? table(block) : fence("text", block.lines);
    case "reference":
    case "definition":
      return block.entries.map((entry) => bullet(BULLETS[marker], paragraph(entry))).join("\n");
    default:
      return fence(block.info, block.lines);
  }
}

function paragraph(text: string): string {
  return blockStart(inline(text));
}

/** A fence longer than any run of backticks within it. */
function fence(info: string, lines: readonly Line[]): string {
  const text = dedent(lines);
  let longest = 2;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${info}\n${text}\n${ticks}`;
}

function callout(block: Callout): string {
  return indent(`[!${block.type}]\n${writeBlocks(block.blocks)}`, "> ", ">");
}

function list(block: List, which: Marker): string {
  const items = block.items.map((item, index) => {
    const { start } = block;
    const marker = start === undefined ? BULLETS[which] : `${start + index}${DELIMITERS[which]}`;
    const content = indent(
      writeBlocks(item.blocks, !block.loose),
      " ".repeat(marker.length + 1),
      "",
    );
    return `${marker} ${content.trimStart()}`;
  });
  return items.join(block.loose ? "\n\n" : "\n");
}

function bullet(marker: string, markdown: string): string {
  return `${marker} ${indent(markdown, "  ", "").trimStart()}`;
}

/** Every line behind `prefix`, blank ones behind `blank`. */
function indent(markdown: string, prefix: string, blank: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? blank : prefix + line))
    .join("\n");
}

function table(block: Table): string {
  const row = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `| ${block.head.map(() => "---").join(" | ")} |`;
  return [row(block.head), rule, ...block.rows.map(row)].join("\n");
}
