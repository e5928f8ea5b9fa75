import { OR, OR_PARAGRAPH } from "./plain.ts";
import type { Token } from "./render-tokens.ts";

export function mayPart(html: string): boolean {
  return OR_PARAGRAPH.test(html);
}

/** A paragraph that is nothing but "-or-" stands between two alternatives: it is set as their divider. */
export function withAlternatives(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    const [text, end] = [tokens[index + 1], tokens[index + 2]];
    const isOr = token.tag === "p" && text?.tag === "" && OR.test(text.html) && end?.tag === "/p";
    return isOr ? { ...token, html: '<p class="or">' } : token;
  });
}
