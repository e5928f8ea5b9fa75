import { config } from "../config.ts";
import type { Archive } from "./archive.ts";
import type { Rewording } from "./edits.ts";
import type { Entry } from "./entry.ts";
import { reopen, type Kept } from "./kept.ts";
import { openLinks } from "./links/index.ts";
import { mentionsAfter } from "./links/mentions.ts";
import { relationsAfter } from "./links/relations.ts";
import { articlePages } from "./models/article.ts";
import { latestPages } from "./models/home.ts";
import { pagesListing } from "./models/lists.ts";
import type { PagePlan } from "./page.ts";

/** A site some articles of which were reworded since it was planned. */
export interface RewordedSite {
  /** What is to be kept of it. */
  kept: Kept;
  /** Every page that may show something else than before. */
  pages: PagePlan[];
}

/** `read`: reads an entry as it is now. Few are asked for. */
export function reword(
  kept: Kept,
  rewordings: readonly Rewording[],
  read: (id: string) => Entry,
): RewordedSite {
  const articles = reopen(kept, read);
  const edited = new Map(rewordings.map(({ now }) => [articles.numberOf(now.id) as number, now]));
  const relating = { articles, edited, count: config.related };
  const { again, ...relations } = relationsAfter(kept.links.relations, relating);
  const mentions = mentionsAfter(kept.links.mentions, edited, articles);
  const links = openLinks(articles, { mentions, related: relations.related });
  const archive = { ...articles, links };
  const pages = [
    ...latestPages(archive),
    ...pagesListing(archive, retitled(rewordings)),
    ...reached(archive, rewordings, again).flatMap((entry) => articlePages(archive, entry)),
  ];
  return { kept: { ...kept, links: { relations, mentions } }, pages };
}

/** Nothing else that lists and links show of an article can be reworded. */
function retitled(rewordings: readonly Rewording[]): Entry[] {
  return rewordings.filter(({ before, now }) => before.title !== now.title).map(({ now }) => now);
}

/**
 * Reworded articles, those that they mention or mentioned, whose pages say so, and those that show a title that is another now; and those whose
 * related articles may be others: `again`.
 */
function reached(
  { entries, numberOf, links }: Archive,
  rewordings: readonly Rewording[],
  again: Iterable<number>,
): Entry[] {
  const referrers = retitled(rewordings).flatMap((entry) => links.referrersOf(entry));
  const ids = [
    ...rewordings.flatMap(({ before, now }) => [now.id, ...before.mentions, ...now.mentions]),
    ...referrers.map(({ id }) => id),
  ];
  const numbers = new Set([...again, ...ids.flatMap((id) => numberOf(id) ?? [])]);
  return [...numbers].sort((a, b) => a - b).flatMap((number) => entries.at(number) ?? []);
}
