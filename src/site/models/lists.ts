import { groupOf } from "../../article/id.ts";
import type { Archive } from "../archive.ts";
import type { Entry } from "../entry.ts";
import { byId, FACET_NAMES, pagesOf, type Facet, type FacetValue } from "../facets.ts";
import { BROWSE } from "../navigation.ts";
import { AS_BEFORE, pageLater, type Model, type PagePlan } from "../page.ts";
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
  const head = archive.edits?.rewordings && AS_BEFORE;
  const index = pageLater({ address: `${facet.name}/`, head }, (): FacetModel => {
    return { list: valueRows(facet) };
  });
  const known = knownLists(archive, (entry) =>
    facet.textsOf(entry).map((text) => facet.find(text)),
  );
  return [index, ...facet.values.flatMap((value) => valuePages(facet, value, known))];
}

/** Whether every page's header leads to it, so that it has to be there. */
function isBrowsed({ name }: Facet): boolean {
  return BROWSE.some(({ path }) => path === `${name}/`);
}

function valuePages(
  { name, title }: Facet,
  value: FacetValue,
  known: HeadOf<FacetValue | undefined>,
): PagePlan[] {
  const shown = { facet: { name, title }, value: valueRow(value) };
  return pagesOf(value.ranks.length).map(({ start, end, number, count }) => {
    const address = `${name}/${value.slug}/${number > 1 ? `${number}/` : ""}`;
    const begin = { ...shown, number, count };
    return pageLater({ address, head: known(value, begin) }, (): ValueModel => {
      return { ...begin, rows: value.entries.slice(start, end).map(rowOf) };
    });
  });
}

/** The `head` (see `PagePlan`) of a page of a list, given what the page begins with. */
type HeadOf<T> = (list: T, begin: Model) => Model | undefined;

/**
 * Tells which pages of lists are as before. `listsOf`: the lists that an article is in. A page begins with which list it is and how many articles
 * are in it. If that is so and none in it changed, none came or went.
 */
function knownLists<T>({ edits }: Archive, listsOf: (entry: Entry) => readonly T[]): HeadOf<T> {
  if (edits === undefined) return () => undefined;
  const touched = new Set(edits.all.flatMap(({ now }) => (now === undefined ? [] : listsOf(now))));
  const headIf = (begin: Model) => (edits.rewordings ? AS_BEFORE : begin);
  return (list, begin) => (touched.has(list) ? undefined : headIf(begin));
}

function groupPages(archive: Archive): PagePlan[] {
  const groups = [...articleGroups(archive)].sort(([a], [b]) => Number(a) - Number(b));
  const counts = groups.map(([group, entries]) => [group, entries.length] as const);
  const known = knownLists(archive, ({ id }) => [groupOf(id)]);
  const index: GroupsModel = { total: archive.entries.length, groups: counts };
  return [
    { address: "kb/", model: index },
    ...groups.map(([group, entries]) => {
      const begin = { group, total: entries.length };
      const page = { address: `kb/${group}/`, head: known(group, begin) };
      return pageLater(page, (): GroupModel => {
        return { ...begin, rows: entries.toSorted(byId).map(rowOf) };
      });
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
  const known = knownLists(archive, ({ hasReplay }) => [hasReplay]);
  return pagesOf(total).map(({ start, end, number, count }) => {
    const address = `replays/${number > 1 ? `${number}/` : ""}`;
    const begin = { number, count, total };
    return pageLater({ address, head: known(true, begin) }, (): ReplaysModel => {
      return { ...begin, rows: replays.slice(start, end).map(rowOf) };
    });
  });
}
