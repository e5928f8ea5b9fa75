import type { Common } from "./common.ts";
import type { FilterName } from "./filters.ts";

/** What the threads of indexing are started with, asked for and answer. All of it is plain data. */

export interface RecordSetting {
  /** The folder of built pages. */
  site: string;
  common: Common;
}

export interface Tasks {
  /** The records of articles, by their ids. */
  records: { kind: "records"; ids: readonly string[] };
  /** What words the pages had since this was last asked. */
  words: { kind: "words" };
}

export interface Answers {
  /** In the order of the task, without those that are no article's page. */
  records: PageRecord[];
  /** In how many of the pages each word stands. */
  words: Map<string, number>;
}

export type Kind = keyof Tasks;

/** A page as it goes to Pagefind, and what is known of it beside its text. */
export interface PageRecord {
  article: string;
  html: string;
  /** ISO date, or empty. */
  modified: string;
  values: Record<FilterName, string[]>;
}
