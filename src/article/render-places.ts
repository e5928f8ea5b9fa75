/**
 * What is ours in a rendering (ids of headings, callouts, links between articles) is done on the HTML that Sätteri writes in one native
 * call: a plugin over its tree would cost ten times as much. That is safe because every `<` there begins one of Sätteri's own tags, and every
 * `>` ends one (`render-safety.ts`).
 */

/** Whether a place in HTML is in a tag: in the value of an attribute. */
export function isInTag(html: string, at: number): boolean {
  return isBefore(html.indexOf(">", at), html.indexOf("<", at));
}

/** Whether a place in HTML is within such an element, which is never within another of its kind. */
export function isWithin(html: string, at: number, tag: "a" | "code"): boolean {
  return isBefore(html.indexOf(`</${tag}>`, at), html.indexOf(`<${tag}`, at));
}

/** Whether an end was found, and no start before it. */
function isBefore(end: number, start: number): boolean {
  return end >= 0 && (start < 0 || end < start);
}
