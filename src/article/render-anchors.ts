import { escapeAttribute, escapeHtml } from "./html.ts";
import { isInTag, isWithin } from "./render-places.ts";

/** Wraps the first occurrence of each sentence in a `<span>` with its id, so that the page can link to it. */
export function withAnchors(html: string, anchors: ReadonlyMap<string, string>): string {
  return [...anchors].reduce((done, [sentence, id]) => withAnchor(done, sentence, id), html);
}

function withAnchor(html: string, sentence: string, id: string): string {
  const text = escapeHtml(sentence);
  let at = html.indexOf(text);
  while (at >= 0 && (isInTag(html, at) || isWithin(html, at, "code")))
    at = html.indexOf(text, at + 1);
  if (at < 0) return html;
  const span = `<span id="${escapeAttribute(id)}" class="anchored">${text}</span>`;
  return html.slice(0, at) + span + html.slice(at + text.length);
}
