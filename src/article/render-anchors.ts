import { escapeAttribute, escapeHtml } from "./html.ts";
import { BUT_CODE, mapTexts } from "./render-texts.ts";

/** Wraps the first occurrence of each sentence in a `<span>` with its id, so that the page can link to it. */
export function withAnchors(html: string, anchors: ReadonlyMap<string, string>): string {
  return [...anchors].reduce((done, [sentence, id]) => withAnchor(done, sentence, id), html);
}

function withAnchor(html: string, sentence: string, id: string): string {
  const words = escapeHtml(sentence);
  if (!html.includes(words)) return html;
  let isThere = false;
  return mapTexts(html, BUT_CODE, (text) => {
    const at = isThere ? -1 : text.indexOf(words);
    if (at < 0) return text;
    isThere = true;
    const span = `<span id="${escapeAttribute(id)}" class="anchored">${words}</span>`;
    return text.slice(0, at) + span + text.slice(at + words.length);
  });
}
