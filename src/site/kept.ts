import { deserialize, serialize } from "node:v8";
import type { Archive } from "./archive.ts";
import type { ValueList } from "./facet-lists.ts";
import { byFacet, type FacetLists } from "./facets.ts";
import { NumberLists } from "./links/numbers.ts";
import type { Relations } from "./links/relations.ts";

/** What is kept of an archive for the next plan: it holds while articles are only reworded, but for what the reworded ones are related to. */
export interface Kept {
  relations: Relations;
  /** The numbers of the articles, the newest first. */
  newest: Uint32Array;
  facets: FacetLists;
}

/** As bytes, which the same version of the engine can read. */
export function keptOf(
  { newest, numberOf, facets }: Archive,
  { things, table }: Relations,
): Uint8Array {
  const kept: Packed = {
    relations: { things, table },
    newest: Uint32Array.from(newest.flatMap(({ id }) => numberOf(id) ?? [])),
    packed: byFacet((name) => pack(facets[name].values)),
  };
  return serialize(kept);
}

export function keptIn(bytes: Uint8Array): Kept {
  const { packed, ...kept } = deserialize(bytes) as Packed;
  return { ...kept, facets: byFacet((name) => unpack(packed[name])) };
}

interface Packed extends Omit<Kept, "facets"> {
  packed: ReturnType<typeof byFacet<PackedLists>>;
}

/** The lists of a facet. Few large things are read in less time than many small ones. */
interface PackedLists {
  texts: readonly string[];
  labels: readonly string[];
  slugs: readonly string[];
  ranks: Uint32Array;
  starts: Uint32Array;
}

function pack(values: readonly ValueList[]): PackedLists {
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

function unpack({ texts, labels, slugs, ranks, starts }: PackedLists): ValueList[] {
  return texts.map((text, at) => ({
    text,
    label: labels[at] ?? "",
    slug: slugs[at] ?? "",
    ranks: ranks.subarray(starts[at], starts[at + 1]),
  }));
}
