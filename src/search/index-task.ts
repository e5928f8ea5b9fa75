import type { Common, Sample } from "./common.ts";
import type { PageFacts } from "./facts-file.ts";
import type { IndexedPage } from "./pagefind-files.ts";
import type { WordTable } from "./postings.ts";

/** What the threads of indexing are started with, asked for and answer. All of it is plain data. */

export interface IndexSetting {
  /** The folder of built pages. */
  site: string;
  /** Folder of the index. */
  folder: string;
}

export type Task =
  /** Count what is common in these articles. */
  | { kind: "sample"; ids: readonly string[] }
  /** What is common in the archive; asked before any slice. */
  | { kind: "common"; common: Common }
  /** Index articles, and write their texts, so many to a file. */
  | { kind: "slice"; ids: readonly string[]; perFile: number }
  /** What words the pages had since this was last asked. */
  | { kind: "counts" };

export interface Answers {
  sample: Sample;
  common: undefined;
  slice: IndexedSlice;
  /** In how many of the pages each word stands. */
  counts: ReadonlyMap<string, number>;
}

/** Articles in their order, without those ids that no article's page has. */
export interface IndexedSlice {
  facts: PageFacts[];
  pages: IndexedPage[];
  words: WordTable;
}
