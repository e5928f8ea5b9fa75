import { isRewording, type Edit } from "./edits.ts";
import type { Entry } from "./entry.ts";
import type { Ranks } from "./facet-lists.ts";
import { newestFirst, openFacets, type Facet, type FacetName } from "./facets.ts";
import { openLinks, type Links } from "./links/index.ts";
import type { Lists } from "./links/lists.ts";
import { numbered, type Entries, type Numbered } from "./numbered.ts";

/** All articles of a site and the lists that they stand in: what every page's model is taken from. */
export interface Archive extends Numbered {
  /** In the order of the articles' folders. */
  entries: Entries;
  /** The newest first. */
  newest: Entries;
  /** Their numbers. */
  order: Uint32Array;
  entryOf(id: string): Entry | undefined;
  facets: Record<FacetName, Facet>;
  /** The articles with a simulator, and those with a replay. */
  tryable: Record<"simulators" | "replays", Ranks>;
  links: Links;
  /** What is not as it was when the site was planned before; undefined where that is not known. */
  edits?: readonly Edit[] | undefined;
}

export function openArchive(entries: readonly Entry[], edits?: readonly Edit[]): Archive {
  const articles = numbered(entries);
  const newest = newestFirst(entries);
  return {
    ...articles,
    newest,
    order: Uint32Array.from(newest, ({ id }) => articles.numberOf(id) ?? 0),
    entryOf: entryFinder(articles),
    facets: openFacets(newest),
    tryable: {
      simulators: ranksOf(newest, ({ hasSimulator }) => hasSimulator),
      replays: ranksOf(newest, ({ hasReplay }) => hasReplay),
    },
    links: openLinks(articles),
    edits,
  };
}

export function entryFinder({ entries, numberOf }: Numbered): Archive["entryOf"] {
  return (id) => {
    const number = numberOf(id);
    return number === undefined ? undefined : entries.at(number);
  };
}

function ranksOf(newest: readonly Entry[], has: (entry: Entry) => boolean): number[] {
  return newest.flatMap((entry, rank) => (has(entry) ? rank : []));
}

/** The same archive, with related articles that are known already. */
export function withRelated(archive: Archive, related: Lists): Archive {
  return { ...archive, links: openLinks(archive, { related }) };
}

/**
 * The archive after an edit of one article, as `openArchive` would make it. Where the article stays in the same lists, these are kept: they hold
 * its entry, which is written over.
 */
export function withEdited(archive: Archive, before: Entry, now: Entry): Archive {
  if (!isRewording({ before, now }))
    return openArchive(Array.from(archive.entries, (entry) => (entry === before ? now : entry)));
  Object.assign(before, now);
  return { ...archive, links: openLinks(archive) };
}
