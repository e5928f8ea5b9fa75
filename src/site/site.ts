import { openStore } from "./store.ts";
import { openFacets } from "./facets.ts";

/**
 * The site that is being built: its articles and the lists that they stand in, read once and shared by all pages.
 * `kb dev` loads this module anew after an edit.
 */
export const store = await openStore();

export const facets = openFacets(store.entries);
