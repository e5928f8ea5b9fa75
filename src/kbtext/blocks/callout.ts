import type { Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf, type Block, type Callout } from "./block.ts";
import { beginsUnder } from "./paragraph.ts";
import { chunkEnd, type Recogniser } from "./recogniser.ts";

const TYPES: Record<string, Callout["type"]> = {
  note: "NOTE",
  warning: "WARNING",
  important: "IMPORTANT",
  caution: "CAUTION",
  tip: "TIP",
};

const LABEL =
  /^\s*(?:\*\s?)?(NOTE|Note|WARNING|Warning|IMPORTANT|Important|CAUTION|Caution|TIP|Tip) ?:(?: +(?=\S)|$)/;

/**
 * A paragraph that begins with its label:
 *
 *     NOTE: Make a copy before you begin.
 *
 * The label may have a line of its own, over the text.
 */
export const callout: Recogniser = (lines, at, context) => {
  const first = lines[at];
  const label = LABEL.exec(first?.text ?? "");
  const type = TYPES[label?.[1]?.toLowerCase() ?? ""];
  if (first === undefined || label === null || type === undefined) return undefined;
  const end = calloutEnd(lines, at);
  if (end === at + 1 && first.text.length === label[0].length) return undefined;
  const inside = lines
    .slice(at, end)
    .map((line, index): Line => flush(line, index === 0 ? label[0].length : line.indent))
    .filter((line) => line.text !== "");
  const list = inside.findIndex((_, index) => index > 0 && beginsUnder(inside, index));
  const text = list < 0 ? inside : inside.slice(0, list);
  const paragraph: Block = { kind: "paragraph", text: unwrap(text), ...rangeOf(text) };
  const rest = list < 0 ? [] : context.inner(inside.slice(list), paragraph.text);
  return {
    block: {
      kind: "callout",
      type,
      blocks: [paragraph, ...rest],
      ...rangeOf(lines.slice(at, end)),
    },
    next: end,
  };
};

/** Before the next blank line, or the next callout. */
function calloutEnd(lines: readonly Line[], at: number): number {
  const end = chunkEnd(lines, at);
  const next = lines.slice(at + 1, end).findIndex((line) => LABEL.test(line.text));
  return next < 0 ? end : at + 1 + next;
}

function flush(line: Line, columns: number): Line {
  return { ...line, text: line.text.slice(columns), indent: 0 };
}
