import type { APIRoute } from "astro";
import { absolute, at } from "../site/address.ts";
import { facets, store } from "../site/site.ts";
import { sitemapParts } from "../site/sitemap.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

export const GET: APIRoute = () => {
  const parts = sitemapParts(store.entries, facets).map((_, index) => {
    const address = absolute(at(`sitemap-${index + 1}.xml`));
    return `<sitemap><loc>${xmlText(address)}</loc></sitemap>`;
  });
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join("\n")}\n</sitemapindex>`,
  );
};
