/**
 * What is ours in a rendering (ids of headings, callouts, links between articles) is done on the HTML that Sätteri writes in one native
 * call: a plugin over its tree would cost ten times as much. That is safe because raw HTML is text by then (`render-safety.ts`):
 * a `<` outside of an attribute begins one of Sätteri's own tags.
 */

/** A tag, or the text between two. */
export interface Token {
  html: string;
  /** `p` of `<p>`, `/p` of `</p>`; empty for text. */
  tag: string;
}

/** A tag with its attributes, whose values stand in double quotes and may hold `<` and `>`; or text. */
const TOKEN = /<(\/?[a-z][a-z0-9]*)(?:[^">]|"[^"]*")*>|[^<]+/g;

export function tokensOf(html: string): Token[] {
  return Array.from(html.matchAll(TOKEN), ([whole, tag = ""]) => ({ html: whole, tag }));
}

export function htmlOf(tokens: readonly Token[]): string {
  return tokens.map(({ html }) => html).join("");
}

/** Puts the texts that are prose through a function: not those inside of the tags named. */
export function mapTexts(
  tokens: readonly Token[],
  outside: readonly string[],
  change: (html: string) => string,
): Token[] {
  let depth = 0;
  return tokens.map((token) => {
    const { tag, html } = token;
    if (outside.includes(tag)) depth++;
    else if (tag.startsWith("/") && outside.includes(tag.slice(1))) depth--;
    return tag === "" && depth === 0 ? { tag, html: change(html) } : token;
  });
}
