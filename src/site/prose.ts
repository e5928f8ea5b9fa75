import { blocksOf, type Block, type Blocks } from "../article/blocks.ts";
import { OR } from "../article/plain.ts";
import type { Section } from "../article/sections.ts";

/** A piece of an article's text, without its markup. */
export interface Piece {
  /** `verbatim`: a message, record or session; `or`: the line between two alternatives. */
  kind: "paragraph" | "item" | "verbatim" | "or" | "heading";
  text: string;
}

/** The blocks of a section in their order, lists and quotes taken apart; tables and callouts left out. */
export function piecesIn(section: Section): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocksOf(section)) addPieces(block, "paragraph", pieces);
  return pieces;
}

function addPieces(block: Block, kind: "paragraph" | "item", pieces: Piece[]): void {
  switch (block.kind) {
    case "paragraph":
      pieces.push({ kind: OR.test(block.text) ? "or" : kind, text: block.text });
      break;
    case "heading":
      pieces.push({ kind: "heading", text: block.text });
      break;
    case "code":
      pieces.push({ kind: "verbatim", text: block.text });
      break;
    case "list":
      for (const item of block.items) {
        for (const [index, inner] of item.entries()) {
          addPieces(inner, index === 0 ? "item" : "paragraph", pieces);
        }
      }
      break;
    case "quote":
      if (!isCallout(block.blocks))
        for (const inner of block.blocks) addPieces(inner, kind, pieces);
      break;
    case "table":
      break;
  }
}

function isCallout([first]: Blocks): boolean {
  return first?.kind === "paragraph" && /^\[![A-Z]+\]/.test(first.text);
}
