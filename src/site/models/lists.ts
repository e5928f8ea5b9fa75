import { groupOf } from "../../article/id.ts";
import { config } from "../../config.ts";
import type { Archive } from "../archive.ts";
import type { Entry } from "../entry.ts";
import type { Ranks } from "../facet-lists.ts";
import { byId, FACET_NAMES, pagesOf, type Facet, type FacetValue } from "../facets.ts";
import { BROWSE } from "../navigation.ts";
import { picked } from "../numbered.ts";
import { pageLater, type Model, type PagePlan } from "../page.ts";
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

/** Every page of a list on which one of the articles stands. */
export function pagesListing(archive: Archive, entries: readonly Entry[]): PagePlan[] {
  const { facets, tryable } = archive;
  const groups = groupsOf(archive);
  const replays = replaysPages(archive);
  const pages = entries.flatMap((entry) => {
    const onPage = pageChooser(archive, entry);
    const values = FACET_NAMES.flatMap((name) => valuesOf(facets[name], entry));
    const group = groupOf(entry.id);
    return [
      ...values.flatMap((value) => onPage(value.ranks, valuePages(value))),
      groupPage(archive, group, groups.get(group) ?? []),
      ...(entry.hasSimulator ? [simulatorsPage(archive)] : []),
      ...onPage(tryable.replays, replays),
    ];
  });
  return [...new Map(pages.map((page) => [page.address, page])).values()];
}

/** Chooses of a list's pages the one on which an article stands, if any. */
function pageChooser(
  { order, numberOf }: Archive,
  { id }: Entry,
): (ranks: Ranks, pages: readonly PagePlan[]) => PagePlan[] {
  const rank = order.indexOf(numberOf(id) ?? -1);
  return (ranks, pages) => {
    const at = ranks.indexOf(rank);
    return pages.filter((_, page) => page === Math.floor(at / config.pageSize));
  };
}

function facetPages(facet: Facet, { edits }: Archive): PagePlan[] {
  if (facet.values.length === 0 && !isBrowsed(facet)) return [];
  const index = pageLater({ address: `${facet.name}/` }, (): FacetModel => {
    return { list: valueRows(facet) };
  });
  const known = knownLists(edits, (entry) => valuesOf(facet, entry));
  return [index, ...facet.values.flatMap((value) => valuePages(value, known))];
}

/** Whether every page's header leads to it, so that it has to be there. */
function isBrowsed({ name }: Facet): boolean {
  return BROWSE.some(({ path }) => path === `${name}/`);
}

/** The lists of a facet that an article stands in. */
function valuesOf(facet: Facet, entry: Entry): FacetValue[] {
  return facet.textsOf(entry).flatMap((text) => facet.find(text) ?? []);
}

function valuePages(value: FacetValue, known?: HeadOf<FacetValue>): PagePlan[] {
  const { facet, slug, ranks } = value;
  const shown = { facet, value: valueRow(value) };
  return pagesOf(ranks.length).map(({ start, end, number, count }) => {
    const address = `${facet.name}/${slug}/${number > 1 ? `${number}/` : ""}`;
    const begin = { ...shown, number, count };
    return pageLater({ address, head: known?.(value, begin) }, (): ValueModel => {
      return { ...begin, rows: value.slice(start, end).map(rowOf) };
    });
  });
}

/** The `head` (see `PagePlan`) of a page of a list, given what the page begins with. */
type HeadOf<T> = (list: T, begin: Model) => Model | undefined;

/**
 * Tells which pages of lists are as before. `listsOf`: the lists that an article is in. A page begins with which list it is and how many articles
 * are in it. If that is so and none in it changed, none came or went.
 */
function knownLists<T>(
  edits: Archive["edits"],
  listsOf: (entry: Entry) => readonly T[],
): HeadOf<T> | undefined {
  if (edits === undefined) return undefined;
  const touched = new Set(edits.flatMap(({ now }) => (now === undefined ? [] : listsOf(now))));
  return (list, begin) => (touched.has(list) ? undefined : begin);
}

/** The numbers of the articles of each group. */
function groupsOf({ ids }: Archive): Map<string, number[]> {
  return Map.groupBy(ids.keys(), (number) => groupOf(ids[number] ?? ""));
}

function groupPages(archive: Archive): PagePlan[] {
  const groups = [...groupsOf(archive)].sort(([a], [b]) => Number(a) - Number(b));
  const counts = groups.map(([group, numbers]) => [group, numbers.length] as const);
  const known = knownLists(archive.edits, ({ id }) => [groupOf(id)]);
  const index: GroupsModel = { total: archive.ids.length, groups: counts };
  return [
    { address: "kb/", model: index },
    ...groups.map(([group, numbers]) => groupPage(archive, group, numbers, known)),
  ];
}

function groupPage(
  { entries }: Archive,
  group: string,
  numbers: readonly number[],
  known?: HeadOf<string>,
): PagePlan {
  const begin = { group, total: numbers.length };
  return pageLater({ address: `kb/${group}/`, head: known?.(group, begin) }, (): GroupModel => {
    return { ...begin, rows: picked(entries, numbers).sort(byId).map(rowOf) };
  });
}

function simulatorsPage({ newest, tryable }: Archive): PagePlan {
  const entries = picked(newest, tryable.simulators);
  const model: SimulatorsModel = { rows: entries.map(rowOf) };
  return { address: "simulators/", model, reads: entries.map(({ id }) => id) };
}

function replaysPages({ newest, tryable: { replays }, edits }: Archive): PagePlan[] {
  const total = replays.length;
  const known = knownLists(edits, ({ hasReplay }) => [hasReplay]);
  return pagesOf(total).map(({ start, end, number, count }) => {
    const address = `replays/${number > 1 ? `${number}/` : ""}`;
    const begin = { number, count, total };
    return pageLater({ address, head: known?.(true, begin) }, (): ReplaysModel => {
      return { ...begin, rows: picked(newest, replays.slice(start, end)).map(rowOf) };
    });
  });
}
