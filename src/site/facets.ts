import { compareIds } from "../article/id.ts";
import { config, isHiddenCode } from "../config.ts";
import { freeId } from "../article/render-headings.ts";
import { yearOf } from "./dates.ts";
import type { Entry } from "./entry.ts";
import { ownPlace, type Place } from "./places.ts";

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

export interface FacetValue extends Place {
  /** As the articles write it, most of them: `kbnetwork`. */
  text: string;
  /** Newest first, then by id. */
  entries: readonly Entry[];
}

const FACETS: Record<
  FacetName,
  {
    title: string;
    noun: string;
    textsOf: (entry: Entry) => readonly string[];
    /** Texts that have no list. */
    isHidden?: (text: string) => boolean;
    /** How many articles a value must have to be listed; 1 if left out. */
    least?: number;
  }
> = {
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

/** `entries` are in the order that lists are to have. */
export function openFacets(entries: readonly Entry[]): Record<FacetName, Facet> {
  const open = (name: FacetName) => facet(name, entries);
  return {
    products: open("products"),
    keywords: open("keywords"),
    years: open("years"),
    types: open("types"),
    events: open("events"),
    codes: open("codes"),
    files: open("files"),
  };
}

/** Newest first; those without a date last; on one day, by the ids' numbers. */
export function newestFirst(entries: readonly Entry[]): Entry[] {
  const days = Map.groupBy(entries, ({ modified = "" }) => modified);
  const sorted = [...days].sort(([a], [b]) => (a < b ? 1 : -1));
  return sorted.flatMap(([, ofDay]) => ofDay.sort(byId));
}

export function byId(a: Entry, b: Entry): number {
  return compareIds(a.id, b.id);
}

const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function facet(name: FacetName, entries: readonly Entry[]): Facet {
  const { title, noun, textsOf, least = 1 } = FACETS[name];
  const { groups, spellings } = groupsOf(name, entries);
  const listed = [...groups.values()].filter((group) => group.entries.length >= least);
  listed.sort((a, b) => COLLATOR.compare(a.key, b.key));
  const taken = new Set<string>();
  for (const group of listed) group.value = valueOf(group, taken);
  const values = listed.flatMap(({ value }) => value ?? []);
  values.sort((a, b) => COLLATOR.compare(sortKey(a), sortKey(b)));
  if (name === "years") values.reverse();
  // Most are asked for as an article spells them, and need no key made.
  const find = (text: string) => (spellings.get(text)?.group ?? groups.get(keyOf(text)))?.value;
  return { name, title, noun, values, textsOf, listsAll: least === 1, find };
}

/** Most codes begin with `kb`, which helps nobody to find one: lists are ordered by what follows. */
export function sortKey({ label }: Pick<FacetValue, "label">): string {
  return label.replace(/^(?:kb|_)+(?=[\p{L}\p{N}])/iu, "");
}

/** Spellings that differ only in case or blanks are one value. */
interface Group {
  key: string;
  spellings: Spelling[];
  entries: Entry[];
  /** Where it has a page. */
  value?: FacetValue;
}

interface Spelling {
  text: string;
  /** How often it occurs. */
  count: number;
  /** None where it is hidden. */
  group: Group | undefined;
}

function groupsOf(
  name: FacetName,
  entries: readonly Entry[],
): { groups: Map<string, Group>; spellings: Map<string, Spelling> } {
  const { textsOf, isHidden } = FACETS[name];
  const groups = new Map<string, Group>();
  const spellings = new Map<string, Spelling>();
  const open = (text: string): Spelling => {
    const group = isHidden?.(text) === true ? undefined : groupOf(text, groups);
    const spelling = { text, count: 0, group };
    spellings.set(text, spelling);
    group?.spellings.push(spelling);
    return spelling;
  };
  for (const entry of entries) {
    for (const text of textsOf(entry)) {
      const spelling = spellings.get(text) ?? open(text);
      spelling.count += 1;
      const listed = spelling.group?.entries;
      if (listed?.at(-1) !== entry) listed?.push(entry);
    }
  }
  return { groups, spellings };
}

function groupOf(text: string, groups: Map<string, Group>): Group {
  const key = keyOf(text);
  const group = groups.get(key) ?? { key, spellings: [], entries: [] };
  groups.set(key, group);
  return group;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

function valueOf({ spellings, entries }: Group, taken: Set<string>): FacetValue {
  const text = mostCommon(spellings);
  const own = ownPlace(text);
  return { ...own, text, slug: freeId(own.slug, taken), entries };
}

function mostCommon(spellings: readonly Spelling[]): string {
  const ranked = spellings.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return ranked[0]?.text ?? "";
}

/** A list cut into pages. */
export interface ListPage {
  entries: readonly Entry[];
  /** Counts from 1. */
  number: number;
  count: number;
}

export function pagesOf(entries: readonly Entry[], size = config.pageSize): ListPage[] {
  const count = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: count }, (_, index) => ({
    entries: entries.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}
