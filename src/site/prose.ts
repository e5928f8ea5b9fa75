import type { Blockquote, Nodes } from "mdast";
import type { Section } from "../article/sections.ts";
import { OR, textOf } from "../article/plain.ts";
import { treeOf } from "../article/tree.ts";

/** A piece of an article's text, without its markup. */
export interface Piece {
  /** `verbatim`: a message, record or session; `or`: the line between two alternatives. */
  kind: "paragraph" | "item" | "verbatim" | "or" | "heading";
  text: string;
}

const PIECES = new WeakMap<Section, Piece[]>();

/** The blocks of a section in their order, lists and quotes taken apart; tables and callouts left out. */
export function piecesIn(section: Section): readonly Piece[] {
  const known = PIECES.get(section) ?? blocksOf(treeOf(section), "paragraph");
  PIECES.set(section, known);
  return known;
}

function blocksOf(node: Nodes, kind: "paragraph" | "item"): Piece[] {
  switch (node.type) {
    case "paragraph": {
      const text = textOf(node);
      return [{ kind: OR.test(text) ? "or" : kind, text }];
    }
    case "heading":
      return [{ kind: "heading", text: textOf(node) }];
    case "code":
      return [{ kind: "verbatim", text: node.value }];
    case "listItem":
      return node.children.flatMap((child, index) =>
        blocksOf(child, index === 0 ? "item" : "paragraph"),
      );
    case "blockquote":
      return isCallout(node) ? [] : node.children.flatMap((child) => blocksOf(child, kind));
    case "root":
    case "list":
      return node.children.flatMap((child) => blocksOf(child, kind));
    default:
      return [];
  }
}

function isCallout(quote: Blockquote): boolean {
  const [first] = quote.children;
  return first !== undefined && /^\[![A-Z]+\]/.test(textOf(first));
}
