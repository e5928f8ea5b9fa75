import { blocksOf, type Block, type Blocks } from "../../article/blocks.ts";
import { OR } from "../../article/plain.ts";
import type { Section } from "../../article/sections.ts";
import { isInstruction } from "./acts.ts";

/** A piece of a section's text, without its markup, in the order of the text. Of a table there is only the place. */
export type Piece =
  | { readonly kind: "or" | "table"; readonly text: string }
  | ({ readonly kind: "heading" } & Nested)
  | ({ readonly kind: "say" } & Nested)
  | ({ readonly kind: "item"; readonly marker: string } & Nested)
  | { readonly kind: "note"; readonly label: string; readonly text: string }
  | { readonly kind: "block"; readonly info: string; readonly text: string };

/** A text that stands in so many lists, one in another. */
interface Nested {
  readonly text: string;
  readonly depth: number;
}

export function piecesOf(section: Section): Piece[] {
  return blocksOf(section).flatMap((block) => pieces(block));
}

function pieces(block: Block, depth = 0): Piece[] {
  switch (block.kind) {
    case "heading":
      return [headed(block.text, depth)];
    case "paragraph": {
      const text = block.text.trim();
      return [
        OR.test(text) || AND.test(text) ? { kind: "or", text } : { kind: "say", text, depth },
      ];
    }
    case "code":
      return [{ kind: "block", info: block.info, text: block.text }];
    case "list":
      return itemsOf(block, depth + 1);
    case "quote":
      return quoted(block.blocks, depth);
    case "table":
      return [{ kind: "table", text: "" }];
  }
}

/** `-and-`, between two messages. */
const AND = /^[-–—]+\s*and\s*[-–—]+$/i;

/** A comment of a listing only looks like a heading. */
function headed(text: string, depth: number): Piece {
  return /^[*;#]/.test(text)
    ? { kind: "block", info: "text", text }
    : { kind: "heading", text, depth };
}

function itemsOf({ items, start }: Extract<Block, { kind: "list" }>, depth: number): Piece[] {
  return items.flatMap((item, index) => {
    const [first, ...rest] = item.flatMap((block) => pieces(block, depth));
    if (first === undefined) return [];
    const marker = start === undefined ? "–" : `${start + index}.`;
    if (first.kind === "say" || isStep(first))
      return [{ kind: "item" as const, marker, depth, text: first.text }, ...rest];
    // A step that is only what is typed keeps its number.
    return first.kind === "block" && start !== undefined
      ? [{ kind: "item" as const, marker, depth, text: "" }, first, ...rest]
      : [first, ...rest];
  });
}

/** A step that stands in the article as a listing does. */
function isStep({ kind, text }: Piece): boolean {
  return kind === "block" && !text.includes("\n") && /\w\.$/.test(text) && isInstruction(text);
}

/** `> [!NOTE]`: its first paragraph is the note, the rest goes on as ever. */
function quoted(blocks: Blocks, depth: number): Piece[] {
  const [first, ...rest] = blocks.flatMap((block) => pieces(block, depth));
  const [, word, text] =
    /^\[!([A-Z]+)\]\s*(.*)$/s.exec(first?.kind === "say" ? first.text : "") ?? [];
  if (first === undefined || word === undefined || text === undefined) {
    return first === undefined ? [] : [first, ...rest];
  }
  const label = word.charAt(0) + word.slice(1).toLowerCase();
  return text === "" ? rest : [{ kind: "note", label, text }, ...rest];
}
