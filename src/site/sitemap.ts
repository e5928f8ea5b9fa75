import { pathOf } from "../article/id.ts";
import { FACET_NAMES, pagesOf, type Facet, type FacetName } from "./facets.ts";
import { BROWSE } from "./navigation.ts";
import type { Entry } from "./store.ts";

/** A page for search engines: path under the site's base, and the day of its last change where one is known. */
export interface SitemapEntry {
  path: string;
  modified?: string;
}

/** What one sitemap file may hold, by the protocol (sitemaps.org). */
export const SITEMAP_SIZE = 50_000;

/** Every page that search engines are to know, in files of at most `size`. */
export function sitemapParts(
  entries: readonly Entry[],
  facets: Record<FacetName, Facet>,
  size = SITEMAP_SIZE,
): SitemapEntry[][] {
  const pages = [...browsePages(facets), ...articlePages(entries)];
  return Array.from({ length: Math.ceil(pages.length / size) }, (_, index) =>
    pages.slice(index * size, (index + 1) * size),
  );
}

function browsePages(facets: Record<FacetName, Facet>): SitemapEntry[] {
  const lists = FACET_NAMES.flatMap((name) =>
    facets[name].values.flatMap(({ slug, entries }) =>
      pagesOf(entries).map(({ number }) => ({
        path: `${name}/${slug}/${number > 1 ? `${number}/` : ""}`,
      })),
    ),
  );
  return [{ path: "" }, { path: "about/" }, ...BROWSE.map(({ path }) => ({ path })), ...lists];
}

function articlePages(entries: readonly Entry[]): SitemapEntry[] {
  return entries.map(({ id, modified }) => ({
    path: `${pathOf(id)}/`,
    ...(modified === undefined ? {} : { modified }),
  }));
}
