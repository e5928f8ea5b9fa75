import type { Line } from "../line.ts";
import { rangeOf } from "./block.ts";
import { chunkEnd, skipBlank, type Recogniser } from "./recogniser.ts";

/** An address alone on its line, in parentheses. */
const ADDRESS = /^\s*\((?:https?|ftp):\/\/[^\s()]+\)$/;

/** One without parentheses, under a title that is set off; a sentence may end in an address as well. */
const BARE = /^\s+(?:https?|ftp):\/\/[^\s()]*[^\s().,]$/;
const TITLE = /^\s+(?![-*] )[A-Z](?!.*\b(?:at|to|on|by|from|with|of|is|in|visit|see)$)/;

/**
 * Files to download, each over its address:
 *
 *     One.exe
 *     (http://host/one.exe)
 *
 * or pages, each with its title over the address. Each becomes one reference, so that its address is a link.
 */
export const download: Recogniser = (lines, at) => {
  const entries: string[] = [];
  let end = at;
  for (let next = at; lines[next]?.indent === lines[at]?.indent; next = skipBlank(lines, end)) {
    const pairs = pairsOf(lines.slice(next, chunkEnd(lines, next)));
    if (pairs.length === 0) break;
    entries.push(...pairs);
    end = chunkEnd(lines, next);
  }
  if (end === at) return undefined;
  return {
    block: { kind: "reference", entries, ...rangeOf(lines.slice(at, end)) },
    next: end,
  };
};

/** One text for each name and its address; none where a line is anything else. */
function pairsOf(chunk: readonly Line[]): string[] {
  const isPairs = chunk.every((line, index) =>
    index % 2 === 0
      ? isName(line.text)
      : ADDRESS.test(line.text) ||
        (BARE.test(line.text) && TITLE.test(chunk[index - 1]?.text ?? "")),
  );
  if (!isPairs || chunk.length % 2 === 1) return [];
  const words = chunk.map((line) => line.text.trim().replace(/ {2,}/g, " "));
  return words.flatMap((name, index) =>
    index % 2 === 0 ? [`${name} ${words[index + 1] ?? ""}`] : [],
  );
}

/** What a link may be called: short, and neither a sentence nor an address. */
function isName(text: string): boolean {
  return text.length <= 70 && !/^\s*[-*] |[.,:;!?]$|:\/\//.test(text);
}
