import { freeId } from "../article/render-headings.ts";
import type { Entry } from "./entry.ts";
import type { Entries } from "./numbered.ts";
import { ownPlace, type Place } from "./places.ts";

/** A value of a facet and the articles that have it. Plain data. */
export interface ValueList extends Place {
  /** As the articles write it, most of them: `kbnetwork`. */
  text: string;
  /** The articles: newest first, then by id. */
  ranks: Ranks;
}

/** Places among the newest articles, in order. */
export type Ranks = readonly number[] | Uint32Array;

/** What makes articles stand in lists. */
export interface Listing {
  /** What an article says of it. */
  textsOf: (entry: Entry) => readonly string[];
  /** Texts that have no list. */
  isHidden?: (text: string) => boolean;
  /** How many articles a value must have to be listed; 1 if left out. */
  least?: number;
}

export const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The lists of all values, by what they are known by. `newest`: in the order that lists are to have. */
export function valueLists(listing: Listing, newest: Entries): ValueList[] {
  const { least = 1 } = listing;
  const groups = groupsOf(listing, newest).filter(({ ranks }) => ranks.length >= least);
  groups.sort((a, b) => COLLATOR.compare(a.key, b.key));
  const taken = new Set<string>();
  return groups.map((group) => listOf(group, taken));
}

/** What a value is known by: spellings that differ only in case or blanks are one value. */
export function keyOf(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

interface Group {
  key: string;
  spellings: Spelling[];
  ranks: number[];
}

interface Spelling {
  text: string;
  /** How often it occurs. */
  count: number;
  /** None where it is hidden. */
  group: Group | undefined;
}

function groupsOf({ textsOf, isHidden }: Listing, newest: Entries): Group[] {
  const groups = new Map<string, Group>();
  // Looked up by its spelling, most of what articles say needs no key made.
  const spellings = new Map<string, Spelling>();
  const open = (text: string): Spelling => {
    const group = isHidden?.(text) === true ? undefined : groupOf(text, groups);
    const spelling = { text, count: 0, group };
    spellings.set(text, spelling);
    group?.spellings.push(spelling);
    return spelling;
  };
  let rank = 0;
  for (const entry of newest) {
    for (const text of textsOf(entry)) {
      const spelling = spellings.get(text) ?? open(text);
      spelling.count += 1;
      const listed = spelling.group?.ranks;
      if (listed?.at(-1) !== rank) listed?.push(rank);
    }
    rank += 1;
  }
  return [...groups.values()];
}

function groupOf(text: string, groups: Map<string, Group>): Group {
  const key = keyOf(text);
  const group = groups.get(key) ?? { key, spellings: [], ranks: [] };
  groups.set(key, group);
  return group;
}

function listOf({ spellings, ranks }: Group, taken: Set<string>): ValueList {
  const text = mostCommon(spellings);
  const own = ownPlace(text);
  return { ...own, text, slug: freeId(own.slug, taken), ranks };
}

function mostCommon(spellings: readonly Spelling[]): string {
  const ranked = spellings.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return ranked[0]?.text ?? "";
}
