import { groupOf } from "../../article/id.ts";
import type { Archive } from "../archive.ts";
import type { Entry } from "../entry.ts";
import { byId, FACET_NAMES, pagesOf, type Facet, type FacetValue } from "../facets.ts";
import { BROWSE } from "../navigation.ts";
import type { PagePlan } from "../page.ts";
import { articleGroups } from "./article.ts";
import {
  rowOf,
  valueRow,
  valueRows,
  type ArticleRow,
  type ValueRow,
  type ValueRows,
} from "./rows.ts";

/** One page of the articles that have a value. */
export interface ValueModel {
  facet: Pick<Facet, "name" | "title">;
  value: ValueRow;
  rows: readonly ArticleRow[];
  /** Counts from 1. */
  number: number;
  count: number;
}

/** All values of a facet. */
export interface FacetModel {
  list: ValueRows;
}

/** The articles whose numbers begin alike. */
export interface GroupModel {
  group: string;
  total: number;
  rows: readonly ArticleRow[];
}

/** The groups of numbers. */
export interface GroupsModel {
  total: number;
  groups: readonly (readonly [group: string, count: number])[];
}

/** The articles with a simulator; the page reads what their texts say first. */
export interface SimulatorsModel {
  rows: readonly ArticleRow[];
}

/** The articles with a replay, newest first, a page of them. */
export interface ReplaysModel {
  rows: readonly ArticleRow[];
  number: number;
  count: number;
  total: number;
}

export function listPages(archive: Archive): PagePlan[] {
  return [
    ...FACET_NAMES.flatMap((name) => facetPages(archive.facets[name], archive)),
    ...groupPages(archive),
    simulatorsPage(archive),
    ...replaysPages(archive),
  ];
}

function facetPages(facet: Facet, archive: Archive): PagePlan[] {
  if (facet.values.length === 0 && !isBrowsed(facet)) return [];
  const index = {
    address: `${facet.name}/`,
    model: { list: valueRows(facet) } satisfies FacetModel,
  };
  const isSame = sameLists(archive, (entry) =>
    facet.textsOf(entry).map((text) => facet.find(text)),
  );
  return [index, ...facet.values.flatMap((value) => valuePages(facet, value, isSame(value)))];
}

/** Whether every page's header leads to it, so that it has to be there. */
function isBrowsed({ name }: Facet): boolean {
  return BROWSE.some(({ path }) => path === `${name}/`);
}

function valuePages({ name, title }: Facet, value: FacetValue, isSame: boolean): PagePlan[] {
  const shown = { facet: { name, title }, value: valueRow(value) };
  return pagesOf(value.entries).map(({ entries, number, count }) => {
    const address = `${name}/${value.slug}/${number > 1 ? `${number}/` : ""}`;
    return listPage<ValueModel>(address, { ...shown, number, count }, entries, isSame);
  });
}

/** A page of a list. `isSame`: whether all articles in the list are as they were. */
function listPage<T extends { rows: readonly ArticleRow[] }>(
  address: string,
  head: Omit<T, "rows">,
  entries: readonly Entry[],
  isSame: boolean,
): PagePlan {
  return {
    address,
    get model() {
      return { ...head, rows: entries.map(rowOf) };
    },
    // It says which list this is and how many are in it. If that is so and none in it changed, none came or went.
    ...(isSame && { head }),
  };
}

/** Says of a list whether all articles in it are as they were. `listsOf`: the lists that an article is in. */
function sameLists<T>(
  { changed }: Archive,
  listsOf: (entry: Entry) => readonly T[],
): (list: T) => boolean {
  if (changed === undefined) return () => false;
  const touched = new Set(changed.flatMap(listsOf));
  return (list) => !touched.has(list);
}

function groupPages(archive: Archive): PagePlan[] {
  const groups = [...articleGroups(archive)].sort(([a], [b]) => Number(a) - Number(b));
  const counts = groups.map(([group, entries]) => [group, entries.length] as const);
  const isSame = sameLists(archive, ({ id }) => [groupOf(id)]);
  const index: GroupsModel = { total: archive.entries.length, groups: counts };
  return [
    { address: "kb/", model: index },
    ...groups.map(([group, entries]) => {
      const head = { group, total: entries.length };
      return listPage<GroupModel>(`kb/${group}/`, head, entries.toSorted(byId), isSame(group));
    }),
  ];
}

function simulatorsPage({ newest }: Archive): PagePlan {
  const tryable = newest.filter(({ hasSimulator }) => hasSimulator);
  const model: SimulatorsModel = { rows: tryable.map(rowOf) };
  return { address: "simulators/", model, reads: tryable.map(({ id }) => id) };
}

function replaysPages(archive: Archive): PagePlan[] {
  const replays = archive.newest.filter(({ hasReplay }) => hasReplay);
  const total = replays.length;
  const isSame = sameLists(archive, ({ hasReplay }) => [hasReplay])(true);
  return pagesOf(replays).map(({ entries, number, count }) => {
    const address = `replays/${number > 1 ? `${number}/` : ""}`;
    return listPage<ReplaysModel>(address, { number, count, total }, entries, isSame);
  });
}
