import type { ContentPlaces } from "./folders.ts";
import type { Selection } from "./select.ts";
import type { Shard } from "./shards.ts";

export interface BuildOptions {
  places: ContentPlaces;
  /** Folder of the site. */
  out: string;
  /** Path under which the site is served, with a slash at both ends. */
  base: string;
  /** Scheme and host of the site; empty for the one in the settings. */
  site: string;
  /** Build everything again. */
  force: boolean;
  /** Whether to index the pages; if not, an index that no longer fits them is removed. */
  search: boolean;
  /** Index all pages again, so that the index has the bytes of a first build's. */
  reindex: boolean;
  /** The most files that the site's host takes. */
  maxFiles?: number;
  /** Which articles the site has. */
  select: Selection;
  /** The part of the site to build; all of it if left out. */
  shard?: Shard;
}

/** Is told of the build's stages while they go on. */
export interface Watcher {
  /** A stage begins; what it returns is called with what there is to tell at its end. */
  stage(name: string): { progress(done: number, total: number): void; end(told: string): void };
}
