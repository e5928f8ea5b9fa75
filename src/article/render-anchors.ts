import { escapeAttribute, escapeHtml } from "./html.ts";
import { mapTexts, type Token } from "./render-tokens.ts";

/** Whether one of the sentences may stand in the HTML. */
export function mayAnchor(html: string, anchors: ReadonlyMap<string, string>): boolean {
  return [...anchors.keys()].some((sentence) => html.includes(escapeHtml(sentence)));
}

/** Wraps the first occurrence of each sentence in a `<span>` with its id, so that the page can link to it. */
export function withAnchors(
  tokens: readonly Token[],
  anchors: ReadonlyMap<string, string>,
): Token[] {
  const open = new Map(anchors);
  return mapTexts(tokens, ["code"], (html) => {
    for (const [sentence, id] of open) {
      const text = escapeHtml(sentence);
      const at = html.indexOf(text);
      if (at < 0) continue;
      open.delete(sentence);
      const span = `<span id="${escapeAttribute(id)}" class="anchored">${text}</span>`;
      return html.slice(0, at) + span + html.slice(at + text.length);
    }
    return html;
  });
}
