import { config } from "../config.ts";
import type { Archive } from "./archive.ts";
import type { Rewording } from "./edits.ts";
import type { Entry } from "./entry.ts";
import { reopen, type Kept, type KeptLinks } from "./kept.ts";
import { openLinks } from "./links/index.ts";
import { mentionsAfter } from "./links/mentions.ts";
import { relationsAfter } from "./links/relations.ts";
import { articlePages } from "./models/article.ts";
import { latestPages } from "./models/home.ts";
import { pagesListing } from "./models/lists.ts";
import type { PagePlan } from "./page.ts";

/** A site some articles of which were reworded since it was planned. */
export interface RewordedSite {
  archive: Archive;
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
  const edited = rewordings.map(({ now }) => now);
  const articles = reopen(kept, read);
  const { again, ...relations } = relationsAfter(kept.links.relations, {
    articles,
    edited,
    count: config.related,
  });
  const links: KeptLinks = {
    relations,
    mentions: mentionsAfter(kept.links.mentions, edited, articles),
  };
  const known = { mentions: links.mentions, related: relations.table };
  const archive = { ...articles, links: openLinks(articles, known) };
  const pages = [
    ...latestPages(archive),
    ...pagesListing(archive, edited),
    ...reached(archive, rewordings, again).flatMap((entry) => articlePages(archive, entry)),
  ];
  return { archive, kept: { ...kept, links }, pages };
}

/** Articles whose pages show a reworded one, or that one no longer mentions; and those whose related articles may be others: `again`. */
function reached(
  { entries, numberOf, links }: Archive,
  rewordings: readonly Rewording[],
  again: Iterable<number>,
): Entry[] {
  const shown = rewordings.flatMap(({ before, now }) => [
    now.id,
    ...before.mentions,
    ...now.mentions,
    ...links.referrersOf(now).map(({ id }) => id),
  ]);
  const numbers = new Set([...again, ...shown.flatMap((id) => numberOf(id) ?? [])]);
  return [...numbers].sort((a, b) => a - b).flatMap((number) => entries.at(number) ?? []);
}
