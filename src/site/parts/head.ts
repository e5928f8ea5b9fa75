import { asciiHtml } from "../../article/html.ts";
import { config } from "../../config.ts";
import { absolute } from "../address.ts";
import type { Head } from "../head.ts";
import { Markup, markup } from "../markup.ts";

/** What the head of a page has of its own. */
export function head({
  title,
  description = config.description,
  address,
  modified,
  jsonLd,
  type = "website",
  index = true,
}: Head): Markup {
  const canonical = absolute(address);
  return markup`
    <title>${titleOf(title)}</title>
    <meta name="description" content="${description}">
    ${index ? markup`<link rel="canonical" href="${canonical}">` : markup`<meta name="robots" content="noindex">`}
    <meta property="og:site_name" content="${config.title}">
    <meta property="og:type" content="${type}">
    <meta property="og:title" content="${title ?? config.title}">
    ${index && markup`<meta property="og:url" content="${canonical}">`}
    ${modified && markup`<meta property="article:modified_time" content="${modified}">`}
    ${jsonLd && markup`<script type="application/ld+json">${new Markup(jsonLd)}</script>`}`;
}

function titleOf(title: string | undefined): Markup {
  const siteTitle = asciiHtml(config.title);
  return new Markup(title === undefined ? siteTitle : `${asciiHtml(title)} &#8211; ${siteTitle}`);
}
