import type { APIRoute } from "astro";
import { absolute, at } from "../site/address.ts";
import type { SitemapEntry, SitemapModel } from "../site/models/sitemap.ts";
import { modelOf } from "../site/page.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

export const GET: APIRoute = ({ locals }) =>
  xmlResponse(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${modelOf<SitemapModel>(locals).entries.map(url).join("\n")}\n</urlset>`,
  );

function url({ address, modified }: SitemapEntry): string {
  const day = modified === undefined ? "" : `<lastmod>${modified}</lastmod>`;
  return `<url><loc>${xmlText(absolute(at(address)))}</loc>${day}</url>`;
}
