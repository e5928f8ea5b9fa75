import { escapeAttribute, unescapeHtml } from "./html.ts";
import { htmlOf, type Token } from "./render-tokens.ts";

export interface Heading {
  depth: number;
  text: string;
  id: string;
}

/** "More Information" → "more-information"; letters and digits of any script stay. */
export function slug(text: string): string {
  const words = text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? "section" : words.join("-");
}

/** The first of `name`, `name-2`, `name-3` … that is not taken; takes it. */
export function freeId(name: string, taken: Set<string>): string {
  let id = name;
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}`;
  taken.add(id);
  return id;
}

export interface HeadingOptions {
  /** Put before every id. */
  prefix: string;
  takenIds: Iterable<string>;
  /** Depth that the shallowest heading gets; without it headings keep theirs. */
  top?: number | undefined;
}

export function mayHead(html: string): boolean {
  return /<h[1-6]>/.test(html);
}

/**
 * Gives each heading an id made of its words, and lists the headings. With `top`, headings are moved up or down
 * together, so that the shallowest is of that depth.
 */
export function withHeadings(
  tokens: readonly Token[],
  { prefix, takenIds, top }: HeadingOptions,
): { tokens: Token[]; headings: Heading[] } {
  const taken = new Set(takenIds);
  const shift = top === undefined ? 0 : top - shallowest(tokens);
  const headings: Heading[] = [];
  let open: number | undefined;
  const result = tokens.map((token, index) => {
    if (open !== undefined && HEADING_END.test(token.tag)) {
      const html = `</h${open}>`;
      open = undefined;
      return { ...token, html };
    }
    const written = depthOf(token);
    if (written === undefined) return token;
    const text = textFrom(tokens, index);
    const id = freeId(prefix + slug(text), taken);
    const depth = Math.min(6, Math.max(top ?? 1, written + shift));
    headings.push({ depth, text, id });
    open = depth;
    return { ...token, html: `<h${depth} id="${escapeAttribute(id)}">` };
  });
  return { tokens: result, headings };
}

const HEADING_END = /^\/h[1-6]$/;

/** 2 of `<h2>`. The heading that footnotes get has attributes, and is none of the text's. */
function depthOf({ html }: Token): number | undefined {
  const depth = /^<h([1-6])>$/.exec(html)?.[1];
  return depth === undefined ? undefined : Number(depth);
}

/** The least depth of the headings that stand in no list or quotation; 6 where there is none. */
function shallowest(tokens: readonly Token[]): number {
  let within = 0;
  let least = 6;
  for (const token of tokens) {
    if (/^(?:blockquote|li)$/.test(token.tag)) within++;
    else if (/^\/(?:blockquote|li)$/.test(token.tag)) within--;
    else if (within === 0) least = Math.min(least, depthOf(token) ?? 6);
  }
  return least;
}

/** The words of the heading that begins at `index`. */
function textFrom(tokens: readonly Token[], index: number): string {
  const end = tokens.findIndex(({ tag }, at) => at > index && HEADING_END.test(tag));
  return unescapeHtml(htmlOf(tokens.slice(index, end).filter(({ tag }) => tag === "")));
}
