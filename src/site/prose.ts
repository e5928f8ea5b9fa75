import { blocksOf, type Block, type Blocks } from "../article/blocks.ts";
import { OR } from "../article/plain.ts";
import type { Section } from "../article/sections.ts";

/** A piece of an article's text, without its markup. */
export interface Piece {
  /** `verbatim`: a message, record or session; `or`: the line between two alternatives. */
  kind: "paragraph" | "item" | "verbatim" | "or" | "heading";
  text: string;
}

const PIECES = new WeakMap<Section, readonly Piece[]>();

/** The blocks of a section in their order, lists and quotes taken apart; tables and callouts left out. */
export function piecesIn(section: Section): readonly Piece[] {
  const known = PIECES.get(section) ?? blocksOf(section).flatMap((block) => pieces(block));
  PIECES.set(section, known);
  return known;
}

function pieces(block: Block, kind: "paragraph" | "item" = "paragraph"): Piece[] {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: OR.test(block.text) ? "or" : kind, text: block.text }];
    case "heading":
      return [{ kind: "heading", text: block.text }];
    case "code":
      return [{ kind: "verbatim", text: block.text }];
    case "list":
      return block.items.flatMap(([first, ...rest]) => [
        ...(first === undefined ? [] : pieces(first, "item")),
        ...rest.flatMap((other) => pieces(other)),
      ]);
    case "quote":
      return isCallout(block.blocks) ? [] : block.blocks.flatMap((inner) => pieces(inner, kind));
    case "table":
      return [];
  }
}

function isCallout([first]: Blocks): boolean {
  return first?.kind === "paragraph" && /^\[![A-Z]+\]/.test(first.text);
}
