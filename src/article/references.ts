import { escapeAttribute } from "./html.ts";
import { isInTag, isWithin } from "./render-places.ts";

/** How a page knows the other articles. */
export interface ArticleLinks {
  titleOf(id: string): string | undefined;
  linkTo(id: string): string | undefined;
  /** Whether the text refers to an article that is not on the site: then it is said so. */
  isAbsent?(id: string): boolean;
}

/** `Q151261`, `R100001`: what may be an article's id where it stands in text. */
const MENTION = /(?<![\p{L}\p{N}_])[A-Z]{1,8}[0-9]{3,9}(?![\p{L}\p{N}_])/uy;

/** What every mention has in it, once, found much sooner than a mention. */
const MAY_MENTION = /[A-Z][0-9]{3}/g;

/** The ids that a text may mention, each once, in their order. */
export function mentionsIn(text: string): string[] {
  return [...new Set(Array.from(mentionsOf(text), ({ id }) => id))];
}

/** All mentions in a text, in their order, with their places. */
function* mentionsOf(text: string): Generator<{ id: string; at: number }> {
  for (const { index } of text.matchAll(MAY_MENTION)) {
    const at = startOfCapitals(text, index);
    MENTION.lastIndex = at;
    const [id] = MENTION.exec(text) ?? [];
    if (id !== undefined) yield { id, at };
  }
}

function startOfCapitals(text: string, end: number): number {
  let start = end;
  while (/[A-Z]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/**
 * `see Q151261` becomes a link with the article's title, where that article is on the site; where it is not, the
 * text stays as it is. Text inside links and code is left alone.
 */
export function withReferences(html: string, links: ArticleLinks): string {
  let written = "";
  let end = 0;
  for (const { id, at } of mentionsOf(html)) {
    const linked = linkedId(id, links);
    if (linked === id || !isProse(html, at)) continue;
    written += html.slice(end, at) + linked;
    end = at + id.length;
  }
  return written + html.slice(end);
}

function isProse(html: string, at: number): boolean {
  return !isInTag(html, at) && !isWithin(html, at, "code") && !isWithin(html, at, "a");
}

function linkedId(id: string, links: ArticleLinks): string {
  const url = links.linkTo(id);
  if (url !== undefined) return reference(id, url, links.titleOf(id));
  return links.isAbsent?.(id) === true ? absent(id) : id;
}

function reference(id: string, url: string, title: string | undefined): string {
  const named = title === undefined ? "" : ` title="${escapeAttribute(title)}"`;
  return `<a href="${escapeAttribute(url)}"${named} class="reference">${id}</a>`;
}

function absent(id: string): string {
  return `<span class="absent" title="This article is not in this archive">${id}</span>`;
}
