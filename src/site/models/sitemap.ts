import { pathOf } from "../../article/id.ts";
import type { Archive } from "../archive.ts";
import { pageLater, type PagePlan } from "../page.ts";

/** A page for search engines: address under the site's base, and the day of its last change where one is known. */
export interface SitemapEntry {
  address: string;
  modified?: string;
}

export interface SitemapModel {
  entries: readonly SitemapEntry[];
}

export interface SitemapIndexModel {
  parts: number;
}

/** What one sitemap file may hold, by the protocol (sitemaps.org). */
export const SITEMAP_SIZE = 50_000;

/** The sitemaps of every page that search engines are to know, and their index. */
export function sitemapPages(
  archive: Archive,
  lists: readonly PagePlan[],
  size = SITEMAP_SIZE,
): PagePlan[] {
  const listed = lists.map(({ address }) => ({ address })).filter(isListed);
  const length = Math.ceil((listed.length + archive.entries.length) / size);
  let all: readonly SitemapEntry[] | undefined;
  const pages = () => (all ??= [...listed, ...articles(archive)]);
  const parts = Array.from({ length }, (_, index) => {
    return pageLater({ address: `sitemap-${index + 1}.xml` }, (): SitemapModel => {
      return { entries: pages().slice(index * size, (index + 1) * size) };
    });
  });
  const index: SitemapIndexModel = { parts: parts.length };
  return [{ address: "sitemap-index.xml", model: index }, ...parts];
}

/** Files are no pages, and what search engines find is not found on the search page. */
function isListed({ address }: SitemapEntry): boolean {
  return address !== "search/" && (address === "" || address.endsWith("/"));
}

function articles({ entries }: Archive): SitemapEntry[] {
  return Array.from(entries, ({ id, modified }) => ({
    address: `${pathOf(id)}/`,
    ...(modified === undefined ? {} : { modified }),
  }));
}
