import type { APIRoute } from "astro";
import { absolute, at } from "../site/address.ts";
import type { SitemapIndexModel } from "../site/models/sitemap.ts";
import { modelOf } from "../site/page.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

export const GET: APIRoute = ({ locals }) => {
  const parts = Array.from({ length: modelOf<SitemapIndexModel>(locals).parts }, (_, index) => {
    const address = absolute(at(`sitemap-${index + 1}.xml`));
    return `<sitemap><loc>${xmlText(address)}</loc></sitemap>`;
  });
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join("\n")}\n</sitemapindex>`,
  );
};
