import type { Archive } from "./archive.ts";
import type { ValueList } from "./facet-lists.ts";
import { byFacet, type FacetLists, type FacetName } from "./facets.ts";
import { NumberLists } from "./links/numbers.ts";
import type { Relations } from "./links/relations.ts";

/**
 * What is kept of an archive for the next plan: it holds while articles are only reworded, but for what the reworded ones are related to.
 * Plain data.
 */
export interface Kept {
  relations: Relations;
  /** The numbers of the articles, the newest first. */
  newest: Uint32Array;
  facets: Record<FacetName, KeptLists>;
}

/** The lists of a facet. Few large things are read in less time than many small ones. */
interface KeptLists {
  texts: readonly string[];
  labels: readonly string[];
  slugs: readonly string[];
  ranks: Uint32Array;
  starts: Uint32Array;
}

export function keptOf({ newest, numberOf, facets }: Archive, relations: Relations): Kept {
  return {
    relations,
    newest: Uint32Array.from(newest.flatMap(({ id }) => numberOf(id) ?? [])),
    facets: byFacet((name) => keptLists(facets[name].values)),
  };
}

/** The same after rewordings, which leave all but the relations as they are. */
export function keptAfter(kept: Kept, { things, table }: Relations): Kept {
  return { ...kept, relations: { things, table } };
}

/** The lists of all facets that were kept. */
export function listsIn({ facets }: Kept): FacetLists {
  return byFacet((name) => valueLists(facets[name]));
}

function keptLists(values: readonly ValueList[]): KeptLists {
  const lists = new NumberLists();
  for (const { ranks } of values) lists.addAll(ranks);
  const { numbers: ranks, starts } = lists.all();
  return {
    texts: values.map(({ text }) => text),
    labels: values.map(({ label }) => label),
    slugs: values.map(({ slug }) => slug),
    ranks,
    starts,
  };
}

function valueLists({ texts, labels, slugs, ranks, starts }: KeptLists): ValueList[] {
  return texts.map((text, at) => ({
    text,
    label: labels[at] ?? "",
    slug: slugs[at] ?? "",
    ranks: ranks.subarray(starts[at], starts[at + 1]),
  }));
}
