import { isHiddenCode, wordOf } from "../config.ts";
import type { PageFields } from "./article-content.ts";
import { yearOf } from "./dates.ts";
import { codesIn } from "./entry.ts";
import type { FacetName } from "./facets.ts";
import { remembered } from "./remembered.ts";

/** What leads to the list of the articles that have a value. */
export interface Place {
  /** As readers see the value: "Networking". */
  label: string;
  /** The list's folder under its facet's. */
  slug: string;
}

/** By a field's text. */
export type Places = Readonly<Record<string, Place>>;

/**
 * Where an article stands in lists, as far as its fields' texts do not say it themselves: where a list is spelled in another way (`ownPlace`),
 * and which events, codes and files have one.
 */
export type ToldPlaces = Readonly<Partial<Record<FacetName, Places>>>;

/** Where a list stands that is named after a text, and shares its folder's name with no other. Nearly all do. */
export const ownPlace = remembered((text): Place => ({
  label: wordOf(text) ?? text,
  slug: slugOf(text),
}));

/** The same, where the text is no code for machines. */
const shownPlace = remembered((text) => (isHiddenCode(text) ? undefined : ownPlace(text)));

/** "Microsoft Visual C++" → "microsoft-visual-cplusplus": C, C++ and C# stay apart. */
function slugOf(text: string): string {
  const named = text.toLowerCase().replaceAll("+", "plus").replaceAll("#", "sharp");
  return named.match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "other";
}

/** All places of an article: what its model tells, and what its fields say. */
export function placesOf(front: PageFields, told: ToldPlaces): Record<FacetName, Places> {
  return {
    products: filed(front.products, told.products),
    keywords: filed(front.keywords, told.keywords),
    years: filed(yearOf(front.modified), told.years),
    types: filed(codesIn(front.issueType), told.types),
    events: told.events ?? {},
    codes: told.codes ?? {},
    files: told.files ?? {},
  };
}

function filed(texts: readonly string[] = [], told: Places = {}): Places {
  const places: Record<string, Place> = {};
  for (const text of texts) {
    const own = shownPlace(text);
    if (own !== undefined) places[text] = told[text] ?? own;
  }
  return places;
}
