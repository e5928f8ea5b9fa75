import { newestFirst, openFacets, type Facet, type FacetName } from "./facets.ts";
import type { Entry } from "./entry.ts";
import { openLinks, type Links } from "./links/index.ts";
import { findIn, type RelatedTable } from "./links/related-table.ts";

/** All articles of a site and the lists that they stand in: what every page's model is taken from. */
export interface Archive {
  /** In the order of the articles' folders. */
  entries: readonly Entry[];
  /** The newest first. */
  newest: readonly Entry[];
  entryOf(id: string): Entry | undefined;
  facets: Record<FacetName, Facet>;
  links: Links;
  /** Those that are not as they were when the site was planned before; undefined where that is not known. */
  changed: readonly Entry[] | undefined;
}

export function openArchive(entries: readonly Entry[], changed?: readonly Entry[]): Archive {
  const newest = newestFirst(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    entries,
    newest,
    entryOf: (id) => byId.get(id),
    facets: openFacets(newest),
    links: openLinks(entries),
    changed,
  };
}

/** The same archive, with related articles that are known already. */
export function withRelated(archive: Archive, table: RelatedTable): Archive {
  return { ...archive, links: openLinks(archive.entries, () => findIn(table)) };
}

/**
 * The archive after an edit of one article, as `openArchive` would make it. Where the article stays in the same lists, these are kept: they hold
 * its entry, which is written over.
 */
export function withEdited(archive: Archive, before: Entry, now: Entry): Archive {
  const { entries } = archive;
  if (listedIn(before) !== listedIn(now))
    return openArchive(entries.with(entries.indexOf(before), now));
  Object.assign(before, now);
  return { ...archive, links: openLinks(entries) };
}

/** All that tells which lists an article is in, and where. */
function listedIn(entry: Entry): string {
  return JSON.stringify({ ...entry, title: "", words: "", mentions: [], references: [] });
}
