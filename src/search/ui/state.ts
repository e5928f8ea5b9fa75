import { FILTER_NAMES, type Filters } from "../filters.ts";
import type { Sort } from "../searcher.ts";

/** What the search page shows: all of it stands in the address, so that Back, bookmarks and links bring it back. */
export interface SearchState {
  text: string;
  filters: Filters;
  sort: Sort;
  /** Take the words as typed. */
  literal: boolean;
  limit: number;
}

export const FIRST_RESULTS = 10;

export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  const limit = Number(parameters.get("show"));
  return {
    text: parameters.get("q") ?? "",
    filters,
    sort: parameters.get("sort") === "date" ? "date" : "relevance",
    literal: parameters.get("literal") === "yes",
    limit: Number.isInteger(limit) && limit > FIRST_RESULTS ? Math.min(limit, 200) : FIRST_RESULTS,
  };
}

/** The query part of the address, without `?`; what is as usual is left out. */
export function writeState({ text, filters, sort, literal, limit }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text !== "") parameters.set("q", text);
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  if (sort === "date") parameters.set("sort", sort);
  if (literal) parameters.set("literal", "yes");
  if (limit > FIRST_RESULTS) parameters.set("show", String(limit));
  return parameters.toString();
}
