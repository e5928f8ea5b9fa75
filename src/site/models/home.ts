import { config } from "../../config.ts";
import type { Archive } from "../archive.ts";
import type { Facet } from "../facets.ts";
import { AS_BEFORE, pageLater, type PagePlan } from "../page.ts";
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

export function homePages(archive: Archive): PagePlan[] {
  const { entries, newest, edits } = archive;
  const fed = newest.slice(0, config.feedSize);
  const feed: FeedModel = { rows: fed.map(rowOf) };
  const about: AboutModel = { total: entries.length };
  return [
    { address: "", model: homeModel(archive, newest.slice(0, 8).map(rowOf)) },
    { address: "about/", model: about },
    { address: "search/", model: {} },
    pageLater({ address: "404.html", head: edits?.rewordings && AS_BEFORE }, (): LostModel => {
      return { prefixes: prefixesOf(entries), example: entries[0]?.id };
    }),
    { address: "feed.xml", model: feed, reads: fed.map(({ id }) => id) },
    { address: "robots.txt", model: {} },
  ];
}

function homeModel({ entries, facets }: Archive, latest: readonly ArticleRow[]): HomeModel {
  const tryable = entries.filter(({ hasSimulator }) => hasSimulator);
  const isFirst = ({ id }: { id: string }) => id === config.firstArticle;
  const simulators = [...tryable.filter(isFirst), ...tryable.filter((entry) => !isFirst(entry))];
  return {
    total: entries.length,
    products: largest(facets.products),
    types: largest(facets.types),
    keywords: largest(facets.keywords),
    years: valueRows(facets.years),
    simulators: simulators.slice(0, SHOWN).map(({ id, title }) => ({ id, title })),
    simulatorCount: simulators.length,
    replayCount: entries.filter(({ hasReplay }) => hasReplay).length,
    latest,
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
