import { isRewording, rewordedBy, type Edit, type Reworded } from "./edits.ts";
import { newestFirst, openFacets, type Facet, type FacetName } from "./facets.ts";
import type { Entry } from "./entry.ts";
import type { Kept } from "./kept.ts";
import { openLinks, type Links } from "./links/index.ts";
import type { Relations, RelationsAfter } from "./links/relations.ts";
import { numbered, type Numbered } from "./numbered.ts";

/** All articles of a site and the lists that they stand in: what every page's model is taken from. */
export interface Archive extends Numbered {
  /** In the order of the articles' folders. */
  entries: readonly Entry[];
  /** The newest first. */
  newest: readonly Entry[];
  entryOf(id: string): Entry | undefined;
  facets: Record<FacetName, Facet>;
  links: Links;
  /** What is not as it was when the site was planned before; undefined where that is not known. */
  edits: readonly Edit[] | undefined;
  /** Undefined where articles came, went or changed their places. */
  reworded: Reworded | undefined;
}

/** What is known of the archive that is opened. */
export interface Before {
  edits?: readonly Edit[] | undefined;
  /** Only where all edits are rewordings. */
  kept?: Kept | undefined;
}

export function openArchive(entries: readonly Entry[], { edits, kept }: Before = {}): Archive {
  const newest = kept
    ? Array.from(kept.newest, (number) => entries[number] as Entry)
    : newestFirst(entries);
  const articles = numbered(entries);
  return {
    ...articles,
    newest,
    entryOf: (id) => entries[articles.numberOf(id) ?? NaN],
    facets: openFacets(newest, kept?.facets),
    links: openLinks(articles),
    edits,
    reworded: rewordedBy(edits),
  };
}

/** The same archive, with relations that are known already. */
export function withRelations(archive: Archive, known: Relations | RelationsAfter): Archive {
  return { ...archive, links: openLinks(archive, known) };
}

/**
 * The archive after an edit of one article, as `openArchive` would make it. Where the article stays in the same lists, these are kept: they hold
 * its entry, which is written over.
 */
export function withEdited(archive: Archive, before: Entry, now: Entry): Archive {
  const { entries } = archive;
  if (!isRewording({ before, now })) return openArchive(entries.with(entries.indexOf(before), now));
  Object.assign(before, now);
  return { ...archive, links: openLinks(archive) };
}
