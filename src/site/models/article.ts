import { config } from "../../config.ts";
import { pathOf } from "../../article/id.ts";
import type { Archive } from "../archive.ts";
import type { Entry } from "../entry.ts";
import { FACET_NAMES, type Facet, type FacetName } from "../facets.ts";
import { pageLater, type PagePlan } from "../page.ts";
import { ownPlace, type Place, type Places, type ToldPlaces } from "../places.ts";

/** What an article's page shows beside its own text. */
export interface ArticleModel {
  id: string;
  hasSource: boolean;
  hasSimulator: boolean;
  /** Whether its own text can be walked through. */
  hasReplay: boolean;
  /** Titles of the articles that the text mentions and that are here. */
  titles: Readonly<Record<string, string>>;
  places: ToldPlaces;
  /** References to articles that are not here. */
  absent: readonly string[];
  /** Articles whose texts mention this one. */
  referrers: readonly LinkedArticle[];
  /** Articles that have something rare in common with this one, the nearest first. */
  related: readonly LinkedArticle[];
}

/** All of it that is known before related articles are found. */
export type OwnModel = Omit<ArticleModel, "related">;

export type LinkedArticle = Pick<Entry, "id" | "title">;

/** The page of an article, and those of its simulator where it has one. `own`: what was worked out before related articles were known. */
export function articlePages(archive: Archive, entry: Entry, own?: OwnModel): PagePlan[] {
  const address = `${pathOf(entry.id)}/`;
  const page = pageLater({ address, reads: [entry.id] }, (): ArticleModel => {
    const related = archive.links.relatedTo(entry, config.related).map(linked);
    return { ...(own ?? ownModel(archive, entry)), related };
  });
  return entry.hasSimulator ? [page, ...instrumentPages(address, entry)] : [page];
}

/** What is known of all articles' pages before related articles are. */
export function ownModels(archive: Archive): OwnModel[] {
  return Array.from(archive.entries, (entry) => ownModel(archive, entry));
}

function ownModel(archive: Archive, entry: Entry): OwnModel {
  const { id, hasSource, hasSimulator } = entry;
  return {
    id,
    hasSource,
    hasSimulator,
    hasReplay: entry.hasReplay,
    titles: titlesOf(archive, entry.mentions),
    places: toldPlaces(archive, entry),
    absent: entry.references.filter((other) => archive.entryOf(other) === undefined),
    referrers: archive.links.referrersOf(entry).map(linked),
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

function toldPlaces({ facets }: Archive, entry: Entry): ToldPlaces {
  const told: Partial<Record<FacetName, Places>> = {};
  for (const name of FACET_NAMES) {
    const places = toldIn(facets[name], facets[name].textsOf(entry));
    if (places !== undefined) told[name] = places;
  }
  return told;
}

function toldIn(facet: Facet, texts: readonly string[]): Places | undefined {
  let told: Record<string, Place> | undefined;
  for (const text of texts) {
    const value = facet.find(text);
    if (value === undefined || (facet.listsAll && isOwn(value, text))) continue;
    told ??= {};
    told[text] = { label: value.label, slug: value.slug };
  }
  return told;
}

function isOwn({ label, slug }: Place, text: string): boolean {
  const own = ownPlace(text);
  return label === own.label && slug === own.slug;
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
