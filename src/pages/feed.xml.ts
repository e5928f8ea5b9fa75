import type { APIRoute } from "astro";
import { config } from "../config.ts";
import { sectionsOf } from "../article/sections.ts";
import { absolute, articleAddress, at } from "../site/address.ts";
import { descriptionOf } from "../site/description.ts";
import { newestFirst } from "../site/facets.ts";
import { store } from "../site/site.ts";
import type { Entry } from "../site/store.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

/** RSS 2.0: the articles modified last. */
export const GET: APIRoute = async () => {
  const latest = store.entries.toSorted(newestFirst).slice(0, config.feedSize);
  const items = await Promise.all(latest.map(item));
  return xmlResponse(`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(config.title)}</title>
<link>${xmlText(absolute(at("")))}</link>
<description>${xmlText(config.description)}</description>
<language>${config.language}</language>
<atom:link href="${xmlText(absolute(at("feed.xml")))}" rel="self" type="application/rss+xml" />
${items.join("\n")}
</channel>
</rss>`);
};

async function item(entry: Entry): Promise<string> {
  const description = descriptionOf(sectionsOf(await store.read(entry.id))) ?? entry.title;
  const address = xmlText(absolute(articleAddress(entry.id)));
  const date =
    entry.modified === undefined
      ? ""
      : `\n<pubDate>${new Date(`${entry.modified}T00:00:00Z`).toUTCString()}</pubDate>`;
  return `<item>
<title>${xmlText(`${entry.id}: ${entry.title}`)}</title>
<link>${address}</link>
<guid>${address}</guid>
<description>${xmlText(description)}</description>${date}
</item>`;
}
