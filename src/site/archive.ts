import { isRewording, type Edits } from "./edits.ts";
import { newestFirst, openFacets, type Facet, type FacetName } from "./facets.ts";
import type { Entry } from "./entry.ts";
import { listsIn, type Kept } from "./kept.ts";
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
  /** Undefined where it is not known what is as it was. */
  edits: Edits | undefined;
}

/** What is known of an archive that is opened. `kept`: only where all edits are rewordings. */
export interface KnownBefore {
  edits?: Edits | undefined;
  kept?: Kept | undefined;
}

export function openArchive(entries: readonly Entry[], { edits, kept }: KnownBefore = {}): Archive {
  const newest = kept
    ? Array.from(kept.newest, (number) => entries[number] as Entry)
    : newestFirst(entries);
  const articles = numbered(entries);
  return {
    ...articles,
    newest,
    entryOf: (id) => entries[articles.numberOf(id) ?? -1],
    facets: openFacets(newest, kept && listsIn(kept)),
    links: openLinks(articles),
    edits,
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
