import { searchFiles } from "../search/slices.ts";

/** A site that its host would not take: said before anything is written. */
export class TooManyFiles extends Error {
  override name = "TooManyFiles";
}

/** What a site will be made of. */
export interface Counts {
  pages: number;
  articles: number;
  /** Scripts, styles and what else pages link. */
  assets: number;
  hasSearch: boolean;
}

/** How many files a site will have: pages and assets for certain, the index to within some hundreds. */
export function filesOf({ pages, articles, assets, hasSearch }: Counts): number {
  return pages + assets + (hasSearch ? searchFiles(articles) : 0);
}

/** Throws `TooManyFiles` where a site will have more files than its host takes. */
export function checkFiles(counts: Counts, most: number): void {
  const files = filesOf(counts);
  if (files <= most) return;
  const count = (value: number) => value.toLocaleString("en");
  const share = Math.floor((counts.articles * most) / files);
  throw new TooManyFiles(
    `the site would have about ${count(files)} files, ${count(counts.pages)} of them pages, and --max-files allows ${count(most)}. ` +
      `About ${count(share)} of its ${count(counts.articles)} articles would fit: choose them with --select, by product or by range of ids, ` +
      `or leave the search out with --no-search.`,
  );
}
