import { config } from "../../config.ts";
import type { Archive } from "../archive.ts";
import type { Facet } from "../facets.ts";
import { first, picked } from "../numbered.ts";
import { pageLater, type PagePlan } from "../page.ts";
import { prefixesOf } from "../prefixes.ts";
import { rowOf, valueRows, type ArticleRow, type ValueRows } from "./rows.ts";

export interface HomeModel {
  total: number;
  products: ValueRows;
  types: ValueRows;
  keywords: ValueRows;
  years: ValueRows;
  /** The first of those with a simulator, and how many there are. */
  simulators: readonly { id: string; title: string }[];
  simulatorCount: number;
  /** How many articles have a replay. */
  replayCount: number;
  latest: readonly ArticleRow[];
  /** What else articles are listed by, where there is any: events, codes, files. */
  shared: readonly Pick<ValueRows, "facet" | "title" | "total">[];
}

/** The articles modified last; the feed reads what their texts say first. */
export interface FeedModel {
  rows: readonly ArticleRow[];
}

/** What the page for addresses that are not there knows of those that are. */
export interface LostModel {
  prefixes: readonly string[];
  /** An article's id, as an example. */
  example: string | undefined;
}

export interface AboutModel {
  total: number;
}

/** Values of a facet that the home page shows. */
const SHOWN = 12;

/** Articles that it shows as the latest. */
const LATEST = 8;

export function homePages(archive: Archive): PagePlan[] {
  const { ids } = archive;
  const about: AboutModel = { total: ids.length };
  return [
    ...latestPages(archive),
    { address: "about/", model: about },
    { address: "search/", model: {} },
    pageLater({ address: "404.html" }, (): LostModel => {
      return { prefixes: prefixesOf(ids), example: ids[0] };
    }),
    { address: "robots.txt", model: {} },
  ];
}

/** Those that say what is new, and what can be tried. */
export function latestPages(archive: Archive): PagePlan[] {
  const fed = first(archive.newest, config.feedSize);
  const feed: FeedModel = { rows: fed.map(rowOf) };
  return [
    { address: "", model: homeModel(archive) },
    { address: "feed.xml", model: feed, reads: fed.map(({ id }) => id) },
  ];
}

function homeModel({ entries, newest, numberOf, facets, tryable }: Archive): HomeModel {
  const withSimulator = picked(newest, tryable.simulators);
  withSimulator.sort((a, b) => (numberOf(a.id) ?? 0) - (numberOf(b.id) ?? 0));
  const isFirst = ({ id }: { id: string }) => id === config.firstArticle;
  const simulators = [
    ...withSimulator.filter(isFirst),
    ...withSimulator.filter((entry) => !isFirst(entry)),
  ];
  return {
    total: entries.length,
    products: largest(facets.products),
    types: largest(facets.types),
    keywords: largest(facets.keywords),
    years: valueRows(facets.years),
    simulators: simulators.slice(0, SHOWN).map(({ id, title }) => ({ id, title })),
    simulatorCount: simulators.length,
    replayCount: tryable.replays.length,
    latest: first(newest, LATEST).map(rowOf),
    shared: [facets.events, facets.codes, facets.files]
      .filter(({ values }) => values.length > 0)
      .map(({ name, title, values }) => ({ facet: name, title, total: values.length })),
  };
}

/** The values of a facet that most articles have. */
function largest(facet: Facet): ValueRows {
  const sorted = facet.values.toSorted((a, b) => b.ranks.length - a.ranks.length);
  return valueRows(facet, sorted.slice(0, SHOWN));
}
