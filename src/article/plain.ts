import type { Nodes } from "mdast";

/** A node's own words, without markup; line ends are blanks. */
export function textOf(node: Nodes): string {
  if (node.type === "break") return " ";
  if ("value" in node) return node.value.replaceAll("\n", " ");
  if ("alt" in node) return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** The line between two alternatives: `-or-`, `- or -`. */
const OR_WORDS = String.raw`[-–—\s]*or[-–—\s]*`;
export const OR = new RegExp(`^${OR_WORDS}$`, "i");

/** The same as a paragraph of HTML. */
export const OR_PARAGRAPH = new RegExp(`<p>${OR_WORDS}</p>`, "i");

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** What ends in a full stop and goes on all the same: `e.g.`, `Inc.`, and the dot that begins a name, as in ` .GRP`. */
const ABBREVIATION =
  /(?:\s\.|(?:^|[\s("])(?:e\.g|i\.e|etc|vs|no|inc|corp|co|ltd|mr|ms|dr|approx|fig|ver|v|p|pp|(?:[A-Z]\.)*[A-Z])\.)\s*$/i;

/** Only after one of these a sentence ends and another begins. */
const MAY_END = /[.!?…\u3002\u0085\u2028\u2029\n\r][^]*\S/;

/** A text's sentences, as they stand in it; the dot within `WIN.INI` ends none. */
export function sentencesOf(text: string): string[] {
  if (!MAY_END.test(text)) return text.trim() === "" ? [] : [text.trim()];
  const sentences: string[] = [];
  let open = "";
  for (const { segment, index } of SEGMENTER.segment(text)) {
    open += segment;
    const isInName =
      !/\s$/.test(segment) && /^[A-Z\d]{2,}\b/.test(text.slice(index + segment.length));
    if (isInName || ABBREVIATION.test(open)) continue;
    sentences.push(open.trim());
    open = "";
  }
  if (open.trim() !== "") sentences.push(open.trim());
  return sentences;
}
