import type { Archive } from "./archive.ts";
import { articleAt } from "../article/id.ts";
import { articlePages, type OwnModel } from "./models/article.ts";
import { homePages } from "./models/home.ts";
import { listPages } from "./models/lists.ts";
import { sitemapPages } from "./models/sitemap.ts";
import type { PagePlan } from "./page.ts";

/** Every page of the site. Which pages there are, and what each shows, is said in this file and nowhere else. */
export function* planSite(archive: Archive): Generator<PagePlan> {
  yield* planLists(archive);
  yield* planArticles(archive);
}

/** All pages that are not an article's. */
export function* planLists(archive: Archive): Generator<PagePlan> {
  const lists = [...homePages(archive), ...listPages(archive)];
  yield* lists;
  yield* sitemapPages(archive, lists);
}

/** The pages of all articles. `own`: what of their models was worked out before their related articles were known. */
export function* planArticles(archive: Archive, own?: readonly OwnModel[]): Generator<PagePlan> {
  let number = 0;
  for (const entry of archive.entries) {
    yield* articlePages(archive, entry, own?.[number]);
    number += 1;
  }
}

/** One page of the site; undefined where there is none at that address. Costs little for an article's. */
export function pageAt(archive: Archive, address: string): PagePlan | undefined {
  const id = articleAt(address);
  const plan = id === undefined ? planLists(archive) : pagesOf(archive, id);
  for (const page of plan) if (page.address === address) return page;
  return undefined;
}

function pagesOf(archive: Archive, id: string): Iterable<PagePlan> {
  const entry = archive.entryOf(id);
  return entry === undefined ? [] : articlePages(archive, entry);
}
