import { rangeOf } from "./block.ts";
import type { Recogniser } from "./recogniser.ts";

/**
 * The word between two ways, alone on its line: `-or-`, `- or -`, `--or--`, `OR`, `or,`, `-and-`.
 */
export const alternative: Recogniser = (lines, at) => {
  const line = lines[at];
  if (
    line === undefined ||
    !/^\s*(?:[-=*<(]+ ?(?:or|and|and\/or) ?[-=*>)]+|or) *[:,]?$/i.test(line.text)
  )
    return undefined;
  return {
    block: { kind: "alternatives", text: line.text.trim(), ...rangeOf([line]) },
    next: at + 1,
  };
};
