import { openFacets, type Facet, type FacetName } from "./facets.ts";
import type { Entry } from "./entry.ts";
import { openLinks, type Links } from "./links/index.ts";

/** All articles of a site and the lists that they stand in: what every page's model is taken from. */
export interface Archive {
  /** In the order of the articles' folders. */
  entries: readonly Entry[];
  entryOf(id: string): Entry | undefined;
  facets: Record<FacetName, Facet>;
  links: Links;
}

export function openArchive(entries: readonly Entry[]): Archive {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    entries,
    entryOf: (id) => byId.get(id),
    facets: openFacets(entries),
    links: openLinks(entries),
  };
}

/**
 * The archive after an article's own text changed, where nothing did that other pages show of it: no list and no link has to be worked out
 * again. Undefined where more changed.
 */
export function withText(archive: Archive, entry: Entry): Archive | undefined {
  const before = archive.entryOf(entry.id);
  if (before === undefined || !isAlike(before, entry)) return undefined;
  const entryOf = (id: string) => (id === entry.id ? entry : archive.entryOf(id));
  return { ...archive, entryOf };
}

/** Whether two entries differ in nothing but the digests of their files. */
function isAlike(a: Entry, b: Entry): boolean {
  const [ofA, ofB] = [a, b].map((entry) => JSON.stringify({ ...entry, digests: undefined }));
  return ofA === ofB;
}
