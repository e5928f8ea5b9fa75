import { compareIds } from "../article/id.ts";
import { config, isHiddenCode } from "../config.ts";
import { yearOf } from "./dates.ts";
import type { Entry } from "./entry.ts";
import { COLLATOR, keyOf, valueLists, type Listing, type ValueList } from "./facet-lists.ts";
import { picked, type Entries } from "./numbered.ts";
import { remembered } from "./remembered.ts";

/** A way to go through the articles: by product, by keyword, by year, by issue type. */
export interface Facet {
  /** Its folder under the site's base: `products`. */
  name: FacetName;
  /** What its pages call it: "Products". */
  title: string;
  /** One of its values: "product". */
  noun: string;
  /** Its values in the order of the index page. */
  values: readonly FacetValue[];
  /** What an article says of it. */
  textsOf(entry: Entry): readonly string[];
  /** Whether every value has a list, also one that a single article has. */
  listsAll: boolean;
  /** The value that a field's text stands for, whatever its case; undefined where it has no page. */
  find(text: string): FacetValue | undefined;
}

export const FACET_NAMES = [
  "products",
  "keywords",
  "years",
  "types",
  "events",
  "codes",
  "files",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

export interface FacetValue extends ValueList {
  facet: Pick<Facet, "name" | "title">;
  /** Some of the articles that have it, counted from 0 in the order of its list. */
  slice(start: number, end: number): Entry[];
}

/** Of a way to go through the articles, what is not worked out. */
interface FacetKind extends Listing {
  title: string;
  noun: string;
}

const FACETS: Record<FacetName, FacetKind> = {
  products: {
    title: "Products",
    noun: "product",
    textsOf: ({ products }) => products,
    isHidden: isHiddenCode,
  },
  keywords: {
    title: "Keywords",
    noun: "keyword",
    textsOf: ({ keywords }) => keywords,
    isHidden: isHiddenCode,
  },
  years: { title: "Years", noun: "year", textsOf: ({ modified }) => yearOf(modified) },
  types: { title: "Issue types", noun: "issue type", textsOf: ({ issueTypes }) => issueTypes },
  events: { title: "Events", noun: "event", textsOf: shared("events"), least: 2 },
  codes: { title: "Codes", noun: "code", textsOf: shared("codes"), least: 2 },
  files: { title: "Files", noun: "file", textsOf: shared("files"), least: 2 },
};

/** What articles have in common beside what their authors filed them under, where the site is to list it. */
function shared(name: "events" | "codes" | "files"): (entry: Entry) => readonly string[] {
  return (entry) => (config.sharedLists ? entry[name] : []);
}

/** The lists of an archive's facets; they stay as they are while every article is in the lists where it was. */
export type FacetLists = Record<FacetName, readonly ValueList[]>;

/** `newest`: in the order that lists are to have. `lists`: where they are known already. */
export function openFacets(newest: Entries, lists?: FacetLists): Record<FacetName, Facet> {
  return byFacet((name) => facet(name, newest, lists?.[name] ?? listsOf(name, newest)));
}

export function byFacet<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return {
    products: make("products"),
    keywords: make("keywords"),
    years: make("years"),
    types: make("types"),
    events: make("events"),
    codes: make("codes"),
    files: make("files"),
  };
}

/** Newest first; those without a date last; on one day, by the ids' numbers. */
export function newestFirst(entries: Entries): Entry[] {
  const days = Map.groupBy(entries, ({ modified = "" }) => modified);
  const sorted = [...days].sort(([a], [b]) => (a < b ? 1 : -1));
  return sorted.flatMap(([, ofDay]) => ofDay.sort(byId));
}

export function byId(a: Entry, b: Entry): number {
  return compareIds(a.id, b.id);
}

/** In the order of the index page. */
function listsOf(name: FacetName, newest: Entries): ValueList[] {
  const lists = valueLists(FACETS[name], newest);
  lists.sort((a, b) => COLLATOR.compare(sortKey(a), sortKey(b)));
  return name === "years" ? lists.reverse() : lists;
}

function facet(name: FacetName, newest: Entries, lists: readonly ValueList[]): Facet {
  const { title, noun, textsOf, least = 1 } = FACETS[name];
  const values = lists.map((list) => ({
    ...list,
    facet: { name, title },
    slice: (start: number, end: number) => picked(newest, list.ranks.slice(start, end)),
  }));
  const byKey = new Map(values.map((value) => [keyOf(value.text), value]));
  // Articles spell most values alike, so that few keys are made.
  const find = remembered((text) => byKey.get(keyOf(text)));
  return { name, title, noun, values, textsOf, listsAll: least === 1, find };
}

/** Most codes begin with `kb`, which helps nobody to find one: lists are ordered by what follows. */
export function sortKey({ label }: Pick<FacetValue, "label">): string {
  return label.replace(/^(?:kb|_)+(?=[\p{L}\p{N}])/iu, "");
}

/** A list cut into pages. */
export interface ListPage {
  /** What of the list stands on it. */
  start: number;
  end: number;
  /** Counts from 1. */
  number: number;
  count: number;
}

export function pagesOf(length: number, size = config.pageSize): ListPage[] {
  const count = Math.max(1, Math.ceil(length / size));
  return Array.from({ length: count }, (_, index) => ({
    start: index * size,
    end: Math.min((index + 1) * size, length),
    number: index + 1,
    count,
  }));
}
