/** An expression's text as tokens, after CEL's lexis. */

import { ExpressionError, quoted } from "./type.ts";

export interface Token {
  readonly text: string;
  /** Place in the expression's text, from 0. */
  readonly offset: number;
}

const TOKEN =
  /\s*(?:([A-Za-z_]\w*|\d+\.\d+|\d+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[<>=!]=|&&|\|\||[-+*/%<>!?:()[\],.])|(\S))/y;

/** The tokens, with an empty one at the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const found = match[1] ?? match[2] ?? "";
    const offset = match.index + match[0].length - found.length;
    if (match[2] !== undefined) throw new ExpressionError(`Unexpected ${quoted(found)}.`, offset);
    tokens.push({ text: found, offset });
  }
  return [...tokens, { text: "", offset: text.length }];
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** What a text in quotes says: CEL's escapes `\\ \" \' \n \t \r`. */
export function textIn({ text, offset }: Token): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => {
    const meant = ESCAPES[letter] ?? (/["'\\]/.test(letter) ? letter : undefined);
    if (meant !== undefined) return meant;
    throw new ExpressionError(
      `Unexpected "\\${letter}", expected \\\\ \\" \\' \\n \\t or \\r.`,
      offset,
    );
  });
}
