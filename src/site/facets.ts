import { compareIds } from "../article/id.ts";
import { config, isHiddenCode, wordOf } from "../config.ts";
import { freeId } from "../article/render-headings.ts";
import type { Entry } from "./entry.ts";

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
  /** The value that a field's text stands for; undefined where it has no page. */
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

export interface FacetValue {
  /** As the articles write it, most of them: `kbnetwork`. */
  text: string;
  /** As readers see it: "Networking"; the same as `text` where the code table has no word. */
  label: string;
  /** Its folder under the facet's. */
  slug: string;
  /** Newest first, then by id. */
  entries: readonly Entry[];
}

const FACETS: Record<
  FacetName,
  {
    title: string;
    noun: string;
    valuesOf: (entry: Entry) => readonly string[];
    /** How many articles a value must have to be listed; 1 if left out. */
    least?: number;
  }
> = {
  products: {
    title: "Products",
    noun: "product",
    valuesOf: (entry) => entry.products.filter(isShown),
  },
  keywords: {
    title: "Keywords",
    noun: "keyword",
    valuesOf: (entry) => entry.keywords.filter(isShown),
  },
  years: { title: "Years", noun: "year", valuesOf: (entry) => yearOf(entry.modified) },
  types: { title: "Issue types", noun: "issue type", valuesOf: (entry) => entry.issueTypes },
  events: { title: "Events", noun: "event", valuesOf: shared("events"), least: 2 },
  codes: { title: "Codes", noun: "code", valuesOf: shared("codes"), least: 2 },
  files: { title: "Files", noun: "file", valuesOf: shared("files"), least: 2 },
};

/** What articles have in common beside what their authors filed them under, where the site is to list it. */
function shared(name: "events" | "codes" | "files"): (entry: Entry) => readonly string[] {
  return (entry) => (config.sharedLists ? entry[name] : []);
}

function isShown(text: string): boolean {
  return !isHiddenCode(text);
}

export function yearOf(modified: string | undefined): string[] {
  return modified === undefined ? [] : [modified.slice(0, 4)];
}

export function openFacets(entries: readonly Entry[]): Record<FacetName, Facet> {
  const sorted = entries.toSorted(newestFirst);
  const open = (name: FacetName) => facet(name, sorted);
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
export function newestFirst(a: Entry, b: Entry): number {
  const [ofA, ofB] = [a.modified ?? "", b.modified ?? ""];
  if (ofA !== ofB) return ofA < ofB ? 1 : -1;
  return byId(a, b);
}

export function byId(a: Entry, b: Entry): number {
  return compareIds(a.id, b.id);
}

const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function facet(name: FacetName, entries: readonly Entry[]): Facet {
  const { title, noun, valuesOf, least = 1 } = FACETS[name];
  const groups = groupsOf(entries, valuesOf);
  const taken = new Set<string>();
  const byKey = new Map<string, FacetValue>();
  const keys = [...groups.keys()].sort((a, b) => COLLATOR.compare(a, b));
  for (const key of keys) {
    const group = groups.get(key);
    if (group === undefined || group.entries.length < least) continue;
    const text = mostCommon(group.spellings);
    const slug = freeId(slugOf(text), taken);
    byKey.set(key, { text, label: wordOf(text) ?? text, slug, entries: group.entries });
  }
  const values = [...byKey.values()].sort((a, b) => COLLATOR.compare(sortKey(a), sortKey(b)));
  if (name === "years") values.reverse();
  return {
    name,
    title,
    noun,
    values,
    find: (text) => byKey.get(keyOf(text)),
  };
}

/** Most codes begin with `kb`, which helps nobody to find one: lists are ordered by what follows. */
export function sortKey({ label }: Pick<FacetValue, "label">): string {
  return label.replace(/^(?:kb|_)+(?=[\p{L}\p{N}])/iu, "");
}

interface Group {
  entries: Entry[];
  spellings: Map<string, number>;
}

/** Spellings that differ only in case or blanks are one value. */
function groupsOf(
  entries: readonly Entry[],
  valuesOf: (entry: Entry) => readonly string[],
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const seen = new Set<string>();
    for (const text of valuesOf(entry)) {
      const key = keyOf(text);
      const group = groups.get(key) ?? { entries: [], spellings: new Map<string, number>() };
      groups.set(key, group);
      group.spellings.set(text, (group.spellings.get(text) ?? 0) + 1);
      if (!seen.has(key)) group.entries.push(entry);
      seen.add(key);
    }
  }
  return groups;
}

/** Keys of the texts that were seen: most of them stand in thousands of articles. */
const KEYS = new Map<string, string>();

function keyOf(text: string): string {
  const known = KEYS.get(text) ?? text.toLowerCase().replace(/\s+/g, " ").trim();
  KEYS.set(text, known);
  return known;
}

function mostCommon(spellings: Map<string, number>): string {
  const ranked = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? "";
}

/** "Microsoft Visual C++" → "microsoft-visual-cplusplus": C, C++ and C# stay apart. */
function slugOf(text: string): string {
  const named = text.toLowerCase().replaceAll("+", "plus").replaceAll("#", "sharp");
  return named.match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "other";
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
