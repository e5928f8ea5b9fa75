import { isBlank, type Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf } from "./block.ts";
import { chunkEnd, skipBlank, type Recogniser } from "./recogniser.ts";

/** `Q100001 TITLE`, `Q100001 : TITLE`, `ARTICLE-ID: Q100001`, or an address. */
const ENTRY =
  /^\s*(?:Q\d{5,6}\b(?:\s*[:,-])?(?:\s+\S|$)|\(?<?(?:https?|ftp):\/\/\S+$|ARTICLE[- ]ID\s*:\s*Q?\d{5,6}\b)/;

/**
 * References to other articles, one below the other, each with its wrapped title:
 *
 *     Q100001 One Title That Goes
 *     On in the Next Line
 */
export const reference: Recogniser = (lines, at, context) => {
  const first = lines[at];
  // What opens an item is the item's text.
  if (context.inside && at === 0) return undefined;
  if (first === undefined || !ENTRY.test(first.text)) return undefined;
  const end = referencesEnd(lines, at);
  const chunk = lines.slice(at, end).filter((line) => !isBlank(line));
  if (first.indent === 0 && !isTitleLine(chunk)) return undefined;
  const entries: Line[][] = [];
  for (const line of chunk) {
    if (ENTRY.test(line.text)) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  const block = { kind: "reference" as const, entries: entries.map(joined), ...rangeOf(chunk) };
  return { block, next: end };
};

/** References go on over blank lines, as long as each chunk begins with one at the same indent. */
function referencesEnd(lines: Line[], at: number): number {
  let end = chunkEnd(lines, at);
  for (;;) {
    const next = skipBlank(lines, end);
    const first = lines[next];
    if (
      first === undefined ||
      first.indent === 0 ||
      first.indent !== lines[at]?.indent ||
      !ENTRY.test(first.text)
    )
      return end;
    end = chunkEnd(lines, next);
  }
}

function joined(lines: Line[]): string {
  return unwrap(lines).replaceAll("\n", " ");
}

/** At the margin, `Q100001 …` may begin a sentence: then it ends like one. */
function isTitleLine(chunk: Line[]): boolean {
  const last = chunk.at(-1);
  if (/^\(?<?(?:https?|ftp):/.test(chunk[0]?.text ?? ""))
    return chunk.every((line) => ENTRY.test(line.text));
  return chunk.length <= 3 && !isBlank(last) && !/[.!?]$/.test(last?.text ?? "");
}
