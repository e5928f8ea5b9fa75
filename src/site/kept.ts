import { comparePaths } from "../article/id.ts";
import { entryFinder, type Archive } from "./archive.ts";
import type { Entry } from "./entry.ts";
import type { ValueList } from "./facet-lists.ts";
import { byFacet, openFacets, type FacetLists, type FacetName } from "./facets.ts";
import { NumberLists, type Lists } from "./links/lists.ts";
import { mentionsIn } from "./links/mentions.ts";
import type { Relations } from "./links/relations.ts";
import { inOrder, numberedLater } from "./numbered.ts";

/** What is kept of an archive for the next plan: it holds while articles are only reworded, but for their links. Plain data. */
export interface Kept {
  /** In the order of the articles' numbers, with blanks between. */
  ids: string;
  /** The numbers of the articles, in the order of their ids' paths. */
  sorted: Uint32Array;
  /** The numbers of the articles, the newest first. */
  order: Uint32Array;
  facets: Record<FacetName, KeptLists>;
  tryable: Record<"simulators" | "replays", Uint32Array>;
  /** What rewordings change. */
  links: KeptLinks;
}

interface KeptLinks {
  relations: Relations;
  /** Of each article, by number, the numbers of those that it mentions. */
  mentions: Lists;
}

/** The lists of a facet. Few large things are read in less time than many small ones. */
interface KeptLists {
  texts: readonly string[];
  labels: readonly string[];
  slugs: readonly string[];
  ranks: Uint32Array;
  starts: Uint32Array;
}

export function keptOf(archive: Archive, relations: Relations): Kept {
  const { ids, order, facets, tryable } = archive;
  return {
    ids: ids.join(" "),
    sorted: sortedByPath(ids),
    order,
    facets: byFacet((name) => keptLists(facets[name].values)),
    tryable: {
      simulators: Uint32Array.from(tryable.simulators),
      replays: Uint32Array.from(tryable.replays),
    },
    links: { relations, mentions: mentionsIn(archive) },
  };
}

/** The archive that was kept, but for its links. `read`: reads an entry as it is now, of an article that may have been reworded since. */
export function reopen(
  { ids, sorted, order, facets, tryable }: Kept,
  read: (id: string) => Entry,
): Omit<Archive, "links"> {
  const articles = numberedLater({ ids: ids === "" ? [] : ids.split(" "), sorted }, read);
  const newest = inOrder(articles.entries, order);
  return {
    ...articles,
    newest,
    order,
    entryOf: entryFinder(articles),
    facets: openFacets(newest, listsIn(facets)),
    tryable,
  };
}

function sortedByPath(ids: readonly string[]): Uint32Array {
  const idAt = (number: number) => ids[number] ?? "";
  return Uint32Array.from([...ids.keys()].sort((a, b) => comparePaths(idAt(a), idAt(b))));
}

/** The lists of all facets that were kept. */
function listsIn(facets: Kept["facets"]): FacetLists {
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
