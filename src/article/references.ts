import { escapeAttribute } from "./html.ts";
import { BUT_CODE_AND_LINKS, mapTexts } from "./render-texts.ts";

/** How a page knows the other articles. */
export interface ArticleLinks {
  titleOf(id: string): string | undefined;
  linkTo(id: string): string | undefined;
  /** Whether the text refers to an article that is not on the site: then it is said so. */
  isAbsent?(id: string): boolean;
}

/** `Q151261`, `R100001`: what may be an article's id where it stands in text. */
const MENTION = /(?<![\p{L}\p{N}_])[A-Z]{1,8}[0-9]{3,9}(?![\p{L}\p{N}_])/gu;

/** What every mention has in it: most texts have none, and this says so soonest. */
const MAY_MENTION = /[A-Z][0-9]{3}/;

/** The ids that a text may mention, each once, in their order. */
export function mentionsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(MENTION), (match) => match[0]))];
}

/**
 * `see Q151261` becomes a link with the article's title, where that article is on the site; where it is not, the
 * text stays as it is. Text inside links and code is left alone.
 */
export function withReferences(html: string, links: ArticleLinks): string {
  if (!mayRefer(html, links)) return html;
  return mapTexts(html, BUT_CODE_AND_LINKS, (text) =>
    text.replace(MENTION, (id) => {
      const url = links.linkTo(id);
      if (url !== undefined) return reference(id, url, links.titleOf(id));
      return links.isAbsent?.(id) === true ? absent(id) : id;
    }),
  );
}

function mayRefer(html: string, links: ArticleLinks): boolean {
  if (!MAY_MENTION.test(html)) return false;
  return mentionsIn(html).some((id) => links.linkTo(id) !== undefined || links.isAbsent?.(id));
}

function reference(id: string, url: string, title: string | undefined): string {
  const named = title === undefined ? "" : ` title="${escapeAttribute(title)}"`;
  return `<a href="${escapeAttribute(url)}"${named} class="reference">${id}</a>`;
}

function absent(id: string): string {
  return `<span class="absent" title="This article is not in this archive">${id}</span>`;
}
