import type { Archive } from "../archive.ts";
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
    ...FACET_NAMES.flatMap((name) => facetPages(archive.facets[name])),
    ...groupPages(archive),
    simulatorsPage(archive),
    ...replaysPages(archive),
  ];
}

function facetPages(facet: Facet): PagePlan[] {
  if (facet.values.length === 0 && !isBrowsed(facet)) return [];
  const index = {
    address: `${facet.name}/`,
    model: { list: valueRows(facet) } satisfies FacetModel,
  };
  return [index, ...facet.values.flatMap((value) => valuePages(facet, value))];
}

/** Whether every page's header leads to it, so that it has to be there. */
function isBrowsed({ name }: Facet): boolean {
  return BROWSE.some(({ path }) => path === `${name}/`);
}

function valuePages({ name, title }: Facet, value: FacetValue): PagePlan[] {
  return pagesOf(value.entries).map(({ entries, number, count }) => ({
    address: `${name}/${value.slug}/${number > 1 ? `${number}/` : ""}`,
    model: {
      facet: { name, title },
      value: valueRow(value),
      rows: entries.map(rowOf),
      number,
      count,
    } satisfies ValueModel,
  }));
}

function groupPages(archive: Archive): PagePlan[] {
  const groups = [...articleGroups(archive)].sort(([a], [b]) => Number(a) - Number(b));
  const counts = groups.map(([group, entries]) => [group, entries.length] as const);
  const index: GroupsModel = { total: archive.entries.length, groups: counts };
  return [
    { address: "kb/", model: index },
    ...groups.map(([group, entries]) => ({
      address: `kb/${group}/`,
      model: { group, rows: entries.toSorted(byId).map(rowOf) } satisfies GroupModel,
    })),
  ];
}

function simulatorsPage({ newest }: Archive): PagePlan {
  const tryable = newest.filter(({ hasSimulator }) => hasSimulator);
  const model: SimulatorsModel = { rows: tryable.map(rowOf) };
  return { address: "simulators/", model, reads: tryable.map(({ id }) => id) };
}

function replaysPages({ newest }: Archive): PagePlan[] {
  const replays = newest.filter(({ hasReplay }) => hasReplay);
  return pagesOf(replays).map(({ entries: shown, number, count }) => ({
    address: `replays/${number > 1 ? `${number}/` : ""}`,
    model: { rows: shown.map(rowOf), number, count, total: replays.length } satisfies ReplaysModel,
  }));
}
