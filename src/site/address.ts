import { pathOf } from "../article/id.ts";
import type { FacetName } from "./facets.ts";
import { remembered } from "./remembered.ts";

/** Base of the site, with a slash at both ends. */
export const BASE = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Address of a page or file under the site's base: `at("search/")`. */
export function at(path: string): string {
  return BASE + path;
}

export function articleAddress(id: string): string {
  return at(`${pathOf(id)}/`);
}

/** Address of a facet's index, of a value, or of a later page of a value's list. */
export function facetAddress(facet: FacetName, value?: { slug: string }, page = 1): string {
  if (value === undefined) return at(`${facet}/`);
  return at(`${facet}/${value.slug}/${page > 1 ? `${page}/` : ""}`);
}

/** The whole address, host included, as canonical links and feeds want it. */
export function absolute(path: string): string {
  const { SITE } = import.meta.env;
  return PLAIN.test(path) ? originOf(SITE) + path : new URL(path, SITE).href;
}

/** What stands in an address as it is: nearly all paths, of which each article's page has four. */
const PLAIN = /^\/(?:[\w~-]+(?:[/.][\w~-]+)*\/?)?$/;

const originOf = remembered((site) => new URL(site).origin);

/** Address of a list's page, counted from 1. */
export type AddressOfPage = (page: number) => string;
