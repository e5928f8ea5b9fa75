import type { Block } from "../blocks/block.ts";

/** All blocks, those inside items and callouts too, in the order of the text. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === "list")
      return [block, ...block.items.flatMap((item) => allBlocks(item.blocks))];
    if (block.kind === "callout") return [block, ...allBlocks(block.blocks)];
    return [block];
  });
}

/** A block's own words: prose unwrapped, verbatim lines joined by line feeds. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "alternatives":
      return block.text;
    case "reference":
    case "definition":
      return block.entries.join("\n");
    case "table":
      return (
        block.lines?.map((line) => line.text).join("\n") ??
        [block.head, ...block.rows].flat().join("\n")
      );
    case "list":
    case "callout":
      return "";
    default:
      return block.lines.map((line) => line.text).join("\n");
  }
}

/** Each value once, without empty ones, in the order of its first appearance. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "");
}
