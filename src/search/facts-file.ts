import { FILTER_NAMES, type FilterName } from "./filters.ts";
import type { TextFile } from "./text-file.ts";

/**
 * What counting and sorting results needs to know of every page, in one file that is fetched when a reader first filters or
 * sorts: values by number, days since 1970.
 */
export interface FactsFile {
  /** Articles, sorted, with spaces between them. */
  ids: string;
  /** Days since 1970-01-01, or -1. */
  days: number[];
  /** For each filter its values, and for each page the numbers of its values. */
  filters: Record<FilterName, Numbered>;
}

/** Values, and of each page the numbers of its own. */
export interface Numbered {
  values: string[];
  pages: number[][];
}

export interface PageFacts {
  article: string;
  /** ISO date, or empty. */
  modified: string;
  values: Record<FilterName, string[]>;
}

export const FACTS_PATH = "words/facts.gz";

export function factsFile(pages: readonly PageFacts[]): TextFile {
  const sorted = pages.toSorted((a, b) => (a.article < b.article ? -1 : 1));
  const file: FactsFile = {
    ids: sorted.map(({ article }) => article).join(" "),
    days: sorted.map(({ modified }) => (modified === "" ? -1 : Date.parse(modified) / 86_400_000)),
    filters: Object.fromEntries(
      FILTER_NAMES.map((name) => [name, numbered(sorted.map(({ values }) => values[name]))]),
    ) as FactsFile["filters"],
  };
  return { path: FACTS_PATH, text: JSON.stringify(file) };
}

/** The values of a filter, commonest first so that their numbers are short, and each page's values by number. */
function numbered(lists: string[][]): Numbered {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
  const numbers = new Map(values.map((value, number) => [value, number]));
  return { values, pages: lists.map((list) => list.map((value) => numbers.get(value) ?? 0)) };
}
