import type { Token } from "./render-tokens.ts";

const LABELS = {
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
  WARNING: "Warning",
  CAUTION: "Caution",
} as const;

/** The first words of a quotation that is a callout. */
const MARKER = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|$)/;

export function mayCallOut(html: string): boolean {
  return html.includes("<p>[!");
}

/**
 * ```markdown
 * > [!WARNING]
 * > Using Registry Editor incorrectly can cause serious problems.
 * ```
 * becomes a `<div class="callout" role="note">` that begins with its label.
 */
export function withCallouts(tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  const open: boolean[] = [];
  for (const [index, { tag }] of tokens.entries()) {
    if (tag === "blockquote") open.push(call(result, index));
    else if (tag === "/blockquote" && open.pop() === true) {
      result[index] = { tag: "/div", html: "</div>" };
    }
  }
  return result;
}

/** Makes a callout of the quotation that begins at `index`, if it is one: `<blockquote>`, line end, `<p>`, text. */
function call(tokens: Token[], index: number): boolean {
  const [quote, gap, paragraph, text, end] = tokens.slice(index, index + 5);
  const marker = paragraph?.tag === "p" && text?.tag === "" ? MARKER.exec(text.html) : null;
  if (marker === null || !quote || !gap || !paragraph || !text) return false;
  const kind = marker[1] as keyof typeof LABELS;
  const rest = text.html.slice(marker[0].length);
  tokens[index] = { tag: "div", html: `<div class="callout ${kind.toLowerCase()}" role="note">` };
  tokens[index + 1] = { tag: "", html: `\n<p class="callout-label">${LABELS[kind]}</p>\n` };
  tokens[index + 3] = { tag: "", html: rest };
  if (rest === "" && end?.tag === "/p") {
    // Nothing is left of the paragraph; the line end behind it goes too.
    for (const at of [2, 4, 5]) tokens[index + at] = { tag: "", html: "" };
  }
  return true;
}
