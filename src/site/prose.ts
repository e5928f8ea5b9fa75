import type { Blockquote, Nodes } from "mdast";
import { markdownToMdast } from "satteri";
import type { Section } from "../article/sections.ts";

/** A piece of an article's text, without its markup. */
export interface Piece {
  /** `verbatim`: a message, record or session; `or`: the line between two alternatives. */
  kind: "paragraph" | "item" | "verbatim" | "or" | "heading";
  text: string;
}

/** The blocks of Markdown in their order, lists and quotes taken apart; tables and callouts left out. */
export function piecesOf(markdown: string): Piece[] {
  return blocksOf(markdownToMdast(markdown, { position: false }), "paragraph");
}

const PIECES = new WeakMap<Section, Piece[]>();

/** The pieces of a section, taken apart once for all parts of the page that show some of them. */
export function piecesIn(section: Section): readonly Piece[] {
  const known = PIECES.get(section) ?? piecesOf(section.markdown);
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

const OR = /^[-–—\s]*or[-–—\s]*$/i;

function textOf(node: Nodes): string {
  if (node.type === "break") return " ";
  if ("value" in node) return node.value.replaceAll("\n", " ");
  if ("alt" in node) return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** What ends in a full stop and goes on all the same: `e.g.`, `Inc.`, and the dot that begins a name, as in ` .GRP`. */
const ABBREVIATION =
  /(?:\s\.|(?:^|[\s("])(?:e\.g|i\.e|etc|vs|no|inc|corp|co|ltd|mr|ms|dr|approx|fig|ver|v|p|pp|[A-Z])\.)\s*$/i;

/** Only after one of these a sentence ends and another begins. */
const MAY_END = /[.!?…\u3002\u0085\u2028\u2029\n\r][^]*\S/;

/** A text's sentences, as they stand in it. */
export function sentencesOf(text: string): string[] {
  if (!MAY_END.test(text)) return text.trim() === "" ? [] : [text.trim()];
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of SEGMENTER.segment(text)) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open.trim());
    open = "";
  }
  if (open.trim() !== "") sentences.push(open.trim());
  return sentences;
}
