import type { APIRoute } from "astro";
import { config } from "../config.ts";
import { absolute, articleAddress, at } from "../site/address.ts";
import type { ArticleFiles } from "../site/files.ts";
import type { FeedModel } from "../site/models/home.ts";
import type { ArticleRow } from "../site/models/rows.ts";
import { modelOf } from "../site/page.ts";
import { xmlResponse, xmlText } from "../site/xml.ts";

/** RSS 2.0: the articles modified last. */
export const GET: APIRoute = ({ locals }) => {
  const items = modelOf<FeedModel>(locals).rows.map((row) => item(row, locals.files));
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

function item(row: ArticleRow, files: ArticleFiles): string {
  const description = files.content(row.id).description ?? row.title;
  const address = xmlText(absolute(articleAddress(row.id)));
  const date =
    row.modified === undefined
      ? ""
      : `\n<pubDate>${new Date(`${row.modified}T00:00:00Z`).toUTCString()}</pubDate>`;
  return `<item>
<title>${xmlText(`${row.id}: ${row.title}`)}</title>
<link>${address}</link>
<guid>${address}</guid>
<description>${xmlText(description)}</description>${date}
</item>`;
}
