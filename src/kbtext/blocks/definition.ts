import { isBlank, type Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf } from "./block.ts";
import { isCodeLine } from "./looks.ts";
import { chunkEnd, skipBlank, type Recogniser } from "./recogniser.ts";

/** `term - what it means`, `term = What it means.` */
const ENTRY = /^\s*\S(?:[^=:]{0,26}?\S)?\s+(?:--?|=)\s+(?=["'(]?[A-Z])\S+ \S+/;

/**
 * Terms with what they mean, one below the other, with or without blank lines between:
 *
 *     low - Starts the program in the idle class.
 *
 *     shared - Starts the program in memory that it shares with others, and
 *     leaves it there.
 */
export const definition: Recogniser = (lines, at) => {
  const first = lines[at];
  if (first === undefined || !isEntry(first)) return undefined;
  const entries: Line[][] = [];
  let end = at;
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (isBlank(line)) {
      const after = lines[skipBlank(lines, next)];
      if (after?.indent !== first.indent || !isEntry(after)) break;
    } else if (isEntry(line) && line.indent === first.indent) entries.push([line]);
    else if (line.indent < first.indent) break;
    else entries.at(-1)?.push(line);
    end = next + 1;
  }
  const long = entries.some((entry) => entry.length > 8);
  if (entries.length < 2 || long || end < chunkEnd(lines, at)) return undefined;
  const taken = lines.slice(at, end);
  const texts = entries.map((entry) =>
    unwrap(entry.filter((line) => !isBlank(line))).replaceAll("\n", " "),
  );
  return { block: { kind: "definition", entries: texts, ...rangeOf(taken) }, next: end };
};

function isEntry(line: Line): boolean {
  return (
    ENTRY.test(line.text.slice(0, 200)) &&
    !/^\s*(?:[-*]|\d+\.) /.test(line.text) &&
    !isSettled(line.text)
  );
}

/** A statement of a program: `x = Name(y);` */
function isSettled(text: string): boolean {
  return isCodeLine(text) && /[;()[\]{}"]|\s=\s\S+$/.test(text);
}
