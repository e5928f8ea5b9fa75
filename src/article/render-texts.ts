/**
 * What is ours in a rendering (ids of headings, callouts, links between articles) is done on the HTML that Sätteri writes in one native
 * call: a plugin over its tree would cost ten times as much. That is safe because every `<` there begins one of Sätteri's own tags, and every
 * `>` ends one (`render-safety.ts`).
 */

/** Code, a tag, or the text between two. */
export const BUT_CODE = /<code\b[^>]*>[^<]*<\/code>|<[^>]*>|[^<]+/g;

/** The same with links, whose text leads somewhere already. */
export const BUT_CODE_AND_LINKS = /<(a|code)\b[^>]*>[^]*?<\/\1>|<[^>]*>|[^<]+/g;

/** Puts the texts of HTML through a function: not its tags, nor what `parts` takes together with them. */
export function mapTexts(html: string, parts: RegExp, change: (text: string) => string): string {
  return html.replace(parts, (part) => (part.startsWith("<") ? part : change(part)));
}
