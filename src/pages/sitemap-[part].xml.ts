import type { APIRoute } from "astro";
import { absolute, at } from "../site/address.ts";
import { facets, store } from "../site/site.ts";
import { sitemapParts, type SitemapEntry } from "../site/sitemap.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

export function getStaticPaths() {
  return sitemapParts(store.entries, facets).map((entries, index) => ({
    params: { part: String(index + 1) },
    props: { entries },
  }));
}

export const GET: APIRoute<{ entries: SitemapEntry[] }> = ({ props }) =>
  xmlResponse(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${props.entries.map(url).join("\n")}\n</urlset>`,
  );

function url({ path, modified }: SitemapEntry): string {
  const day = modified === undefined ? "" : `<lastmod>${modified}</lastmod>`;
  return `<url><loc>${xmlText(absolute(at(path)))}</loc>${day}</url>`;
}
