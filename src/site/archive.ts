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
