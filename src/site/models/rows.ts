import type { Entry } from "../entry.ts";
import type { Facet, FacetName, FacetValue } from "../facets.ts";

/** What a list shows of an article. Only what there is: an archive's lists have half a million rows. */
export type ArticleRow = Pick<Entry, "id" | "title"> &
  Partial<Pick<Entry, "issueTypes" | "modified" | "hasSimulator">>;

export function rowOf({ id, title, issueTypes, modified, hasSimulator }: Entry): ArticleRow {
  const row: ArticleRow = { id, title };
  if (issueTypes.length > 0) row.issueTypes = issueTypes;
  if (modified !== undefined) row.modified = modified;
  if (hasSimulator) row.hasSimulator = true;
  return row;
}

/** What a list shows of a facet's value. */
export type ValueRow = Pick<FacetValue, "text" | "label" | "slug"> & { count: number };

export function valueRow({ text, label, slug, ranks }: FacetValue): ValueRow {
  return { text, label, slug, count: ranks.length };
}

/** A list of a facet's values, all of them or some. */
export interface ValueRows {
  facet: FacetName;
  title: string;
  /** One of its values: "product". */
  noun: string;
  values: readonly ValueRow[];
  /** How many values the facet has. */
  total: number;
}

export function valueRows(facet: Facet, values = facet.values): ValueRows {
  const { name, title, noun } = facet;
  return { facet: name, title, noun, values: values.map(valueRow), total: facet.values.length };
}
