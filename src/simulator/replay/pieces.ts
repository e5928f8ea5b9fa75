import type { Blockquote, List, RootContent } from "mdast";
import { OR, textOf } from "../../article/plain.ts";
import type { Section } from "../../article/sections.ts";
import { treeOf } from "../../article/tree.ts";

/** A piece of a section's text, without its markup, in the order of the text. Of a table there is only the place. */
export type Piece =
  | { readonly kind: "heading" | "say" | "or" | "table"; readonly text: string }
  | { readonly kind: "item"; readonly marker: string; readonly text: string }
  | { readonly kind: "note"; readonly label: string; readonly text: string }
  | { readonly kind: "block"; readonly info: string; readonly text: string };

export function piecesOf(section: Section): Piece[] {
  return treeOf(section).children.flatMap(pieces);
}

function pieces(node: RootContent): Piece[] {
  switch (node.type) {
    case "heading":
      return [{ kind: "heading", text: textOf(node) }];
    case "paragraph": {
      const text = textOf(node).trim();
      return [{ kind: OR.test(text) ? "or" : "say", text }];
    }
    case "code":
      return [{ kind: "block", info: node.lang ?? "", text: node.value }];
    case "list":
      return itemsOf(node);
    case "blockquote":
      return quoted(node);
    case "table":
      return [{ kind: "table", text: "" }];
    default:
      return [];
  }
}

function itemsOf({ children, start, ordered }: List): Piece[] {
  return children.flatMap((item, index) => {
    const [first, ...rest] = item.children.flatMap(pieces);
    if (first?.kind !== "say") return first === undefined ? [] : [first, ...rest];
    const marker = ordered === true ? `${(start ?? 1) + index}.` : "–";
    return [{ kind: "item" as const, marker, text: first.text }, ...rest];
  });
}

/** `> [!NOTE]`: its first paragraph is the note, the rest goes on as ever. */
function quoted({ children }: Blockquote): Piece[] {
  const [first, ...rest] = children.flatMap(pieces);
  const [, word, text] =
    /^\[!([A-Z]+)\]\s*(.*)$/s.exec(first?.kind === "say" ? first.text : "") ?? [];
  if (first === undefined || word === undefined || text === undefined) {
    return first === undefined ? [] : [first, ...rest];
  }
  const label = word.charAt(0) + word.slice(1).toLowerCase();
  return text === "" ? rest : [{ kind: "note", label, text }, ...rest];
}
