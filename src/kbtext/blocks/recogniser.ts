import { isBlank, type Line } from "../line.ts";
import type { Block } from "./block.ts";

/** What a recogniser knows besides the lines. */
export interface Context {
  /** The text that leads up to the lines: the paragraph, heading or item before them. */
  intro: string;
  /** Whether the lines are those of an item or a callout, where what is set off may begin at the margin. */
  inside: boolean;
  /** Recognises the blocks of an item or a callout. */
  inner: (lines: Line[], intro: string) => Block[];
}

/** A block and the index of the line after it. */
export interface Match {
  block: Block;
  next: number;
}

/**
 * Looks at the lines from `at` on (never a blank one) and says what they are, or nothing. Indents count from the
 * margin of the section or item.
 */
export type Recogniser = (lines: Line[], at: number, context: Context) => Match | undefined;

/** The index after the last line before the next blank one. */
export function chunkEnd(lines: readonly Line[], at: number): number {
  let end = at;
  while (end < lines.length && !isBlank(lines[end])) end++;
  return end;
}

/** The index of the next line that is not blank. */
export function skipBlank(lines: readonly Line[], at: number): number {
  let next = at;
  while (next < lines.length && isBlank(lines[next])) next++;
  return next;
}
