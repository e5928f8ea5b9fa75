import { config, isHiddenCode } from "../config.ts";
import type { ArticlePage } from "./article-page.ts";

/** A step of the way from the home page: its name and whole address. */
export interface Crumb {
  name: string;
  href: string;
}

/** `TechArticle` and `BreadcrumbList` (schema.org) as the text of a JSON-LD data block. The way ends at the page itself. */
export function structuredData({ id, front }: ArticlePage, crumbs: readonly Crumb[]): string {
  const products = (front.products ?? []).filter((name) => !isHiddenCode(name));
  const techArticle = {
    "@type": "TechArticle",
    url: crumbs.at(-1)?.href,
    identifier: id,
    headline: front.title,
    inLanguage: config.language,
    ...(front.modified === undefined ? {} : { dateModified: front.modified }),
    ...(front.keywords === undefined ? {} : { keywords: front.keywords.join(", ") }),
    ...(products.length === 0
      ? {}
      : { about: products.map((name) => ({ "@type": "SoftwareApplication", name })) }),
    isPartOf: { "@type": "WebSite", name: config.title, url: crumbs[0]?.href },
  };
  const breadcrumbs = {
    "@type": "BreadcrumbList",
    // The page itself needs no address.
    itemListElement: crumbs.map(({ name, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      ...(index < crumbs.length - 1 ? { item: href } : {}),
    })),
  };
  return dataBlock({ "@context": "https://schema.org", "@graph": [techArticle, breadcrumbs] });
}

/** JSON that cannot end the element that it stands in. */
function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
