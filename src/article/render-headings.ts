import { escapeAttribute, unescapeHtml } from "./html.ts";

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

/** The heading that footnotes get has attributes, and is none of the text's. */
const HEADING = /<h([1-6])>([^]*?)<\/h\1>/g;

/**
 * Gives each heading an id made of its words, and lists the headings. With `top`, headings are moved up or down
 * together, so that the shallowest is of that depth.
 */
export function withHeadings(
  html: string,
  { prefix, takenIds, top }: HeadingOptions,
): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  if (!html.includes("</h")) return { html, headings };
  const taken = new Set(takenIds);
  const shift = top === undefined ? 0 : top - shallowest(html);
  const written = html.replace(HEADING, (_, level: string, content: string) => {
    const text = unescapeHtml(content.replace(/<[^>]*>/g, ""));
    const id = freeId(prefix + slug(text), taken);
    const depth = Math.min(6, Math.max(top ?? 1, Number(level) + shift));
    headings.push({ depth, text, id });
    return `<h${depth} id="${escapeAttribute(id)}">${content}</h${depth}>`;
  });
  return { html: written, headings };
}

/** A heading's first tag, and all tags of what may hold one. */
const DEPTHS = /<h([1-6])>|<(\/?)(?:li|blockquote)\b/g;

/** The least depth of the headings that stand in no list or quotation; 6 where there is none. */
function shallowest(html: string): number {
  let within = 0;
  let least = 6;
  for (const [, level, slash] of html.matchAll(DEPTHS)) {
    if (level === undefined) within += slash === "/" ? -1 : 1;
    else if (within === 0) least = Math.min(least, Number(level));
  }
  return least;
}
