import type { Line } from "../line.ts";

/** What a block is, in the words of the report that `kb import --report` writes. */
export type BlockKind =
  | "paragraph"
  | "list"
  | "heading"
  | "code"
  | "transcript"
  | "listing"
  | "event"
  | "message"
  | "registry"
  | "table"
  | "callout"
  | "reference"
  | "alternatives"
  | "definition"
  | "question";

/** Kinds whose text is kept line by line, in a fence. */
export type VerbatimKind = "code" | "transcript" | "listing" | "event" | "message" | "registry";

interface Common {
  /** First and last line in the source file, counted from 1. */
  firstLine: number;
  lastLine: number;
}

/** Unwrapped text. A line feed in it is a break that the source meant. */
export interface Paragraph extends Common {
  kind: "paragraph";
  text: string;
}

/** A sub-heading within a section. */
export interface Heading extends Common {
  kind: "heading";
  text: string;
}

/** `-or-`, between two ways to do a thing. */
export interface Alternative extends Common {
  kind: "alternatives";
  text: string;
}

export interface Verbatim extends Common {
  kind: VerbatimKind;
  /** The fence's info string: the kind, a programming language, or `text` when unsure. */
  info: string;
  /** As they stand in the source; the common indent goes when they are written. */
  lines: Line[];
}

export interface Item {
  /** Blocks of the item; the first holds the words behind its marker. */
  blocks: Block[];
}

export interface List extends Common {
  kind: "list";
  /** The first item's number; absent for bullets. */
  start?: number;
  /** Whether blank lines part the items. */
  loose: boolean;
  items: Item[];
}

export interface Callout extends Common {
  kind: "callout";
  type: "NOTE" | "WARNING" | "IMPORTANT" | "CAUTION" | "TIP";
  blocks: Block[];
}

export interface Table extends Common {
  kind: "table";
  head: string[];
  rows: string[][];
  /** The table as it stands, where its columns are not certain; then it has neither head nor rows. */
  lines?: Line[];
}

/** References to articles and books, or terms with what they mean: one entry each, a line feed in it is a break. */
export interface Entries extends Common {
  kind: "reference" | "definition";
  entries: string[];
}

export type Block = Paragraph | Heading | Alternative | Verbatim | List | Callout | Table | Entries;

/** The lines that a block was made of, as its range. */
export function rangeOf(lines: readonly Line[]): Common {
  return { firstLine: lines[0]?.number ?? 0, lastLine: lines.at(-1)?.number ?? 0 };
}
