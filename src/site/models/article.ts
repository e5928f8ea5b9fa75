import { config } from "../../config.ts";
import { groupOf, pathOf } from "../../article/id.ts";
import type { Archive } from "../archive.ts";
import type { Entry } from "../entry.ts";
import { yearOf, type FacetName, type Facet } from "../facets.ts";
import type { PagePlan } from "../page.ts";

/** What an article's page shows beside its own text. */
export interface ArticleModel {
  id: string;
  hasSource: boolean;
  hasSimulator: boolean;
  /** Whether its own text can be walked through. */
  hasReplay: boolean;
  /** Titles of the articles that the text mentions and that are here. */
  titles: Readonly<Record<string, string>>;
  /** Where it stands in the lists: a field's text, and the value that it is listed under. */
  places: Readonly<Record<FacetName, Places>>;
  /** References to articles that are not here. */
  absent: readonly string[];
  /** Articles whose texts mention this one. */
  referrers: readonly LinkedArticle[];
  /** Articles that have something rare in common with this one, the nearest first. */
  related: readonly LinkedArticle[];
}

export type LinkedArticle = Pick<Entry, "id" | "title">;

export type Places = Readonly<Record<string, { label: string; slug: string }>>;

/** The page of an article, and those of its simulator where it has one. */
export function articlePages(archive: Archive, entry: Entry): PagePlan[] {
  const address = `${pathOf(entry.id)}/`;
  const page = { address, model: articleModel(archive, entry), reads: [entry.id] };
  return entry.hasSimulator ? [page, ...instrumentPages(address, entry)] : [page];
}

function articleModel(archive: Archive, entry: Entry): ArticleModel {
  const { id, hasSource, hasSimulator } = entry;
  return {
    id,
    hasSource,
    hasSimulator,
    hasReplay: entry.hasReplay,
    titles: titlesOf(archive, entry.mentions),
    places: placesOf(archive, entry),
    absent: entry.references.filter((other) => archive.entryOf(other) === undefined),
    referrers: archive.links.referrersOf(entry).map(linked),
    related: archive.links.relatedTo(entry, config.related).map(linked),
  };
}

function linked({ id, title }: Entry): LinkedArticle {
  return { id, title };
}

function titlesOf(archive: Archive, ids: readonly string[]): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const id of ids) {
    const title = archive.entryOf(id)?.title;
    if (title !== undefined) titles[id] = title;
  }
  return titles;
}

function placesOf({ facets }: Archive, entry: Entry): ArticleModel["places"] {
  return {
    products: places(facets.products, entry.products),
    keywords: places(facets.keywords, entry.keywords),
    years: places(facets.years, yearOf(entry.modified)),
    types: places(facets.types, entry.issueTypes),
    events: places(facets.events, entry.events),
    codes: places(facets.codes, entry.codes),
    files: places(facets.files, entry.files),
  };
}

function places(facet: Facet, texts: readonly string[]): Places {
  const found: Record<string, { label: string; slug: string }> = {};
  for (const text of texts) {
    const value = facet.find(text);
    if (value !== undefined) found[text] = { label: value.label, slug: value.slug };
  }
  return found;
}

/** What the pages of an instrument alone show: its frame and its data. */
export interface InstrumentModel {
  id: string;
  title: string;
}

function instrumentPages(address: string, { id, title }: Entry): PagePlan[] {
  const model: InstrumentModel = { id, title };
  return [
    { address: `${address}simulator/`, model, reads: [id] },
    { address: `${address}simulator.json`, model, reads: [id] },
  ];
}

/** The articles of a group of numbers. */
export function articleGroups({ entries }: Archive): Map<string, Entry[]> {
  return Map.groupBy(entries, ({ id }) => groupOf(id));
}
