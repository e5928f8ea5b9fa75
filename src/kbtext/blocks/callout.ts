import type { Line } from "../line.ts";
import { rangeOf, type Callout } from "./block.ts";
import { chunkEnd, type Recogniser } from "./recogniser.ts";

const TYPES: Record<string, Callout["type"]> = {
  note: "NOTE",
  warning: "WARNING",
  important: "IMPORTANT",
  caution: "CAUTION",
  tip: "TIP",
};

const LABEL =
  /^\s*(?:\*\s?)?(NOTE|Note|WARNING|Warning|IMPORTANT|Important|CAUTION|Caution|TIP|Tip) ?: +(?=\S)/;

/**
 * A paragraph that begins with its label:
 *
 *     NOTE: Make a copy before you begin.
 */
export const callout: Recogniser = (lines, at, context) => {
  const first = lines[at];
  const label = LABEL.exec(first?.text ?? "");
  const type = TYPES[label?.[1]?.toLowerCase() ?? ""];
  if (first === undefined || label === null || type === undefined) return undefined;
  const end = chunkEnd(lines, at);
  const chunk = lines.slice(at, end);
  const inside = chunk.map((line, index): Line =>
    index === 0 ? without(line, label[0].length) : flush(line),
  );
  const blocks = context.inner(inside, "");
  return { block: { kind: "callout", type, blocks, ...rangeOf(chunk) }, next: end };
};

function without(line: Line, length: number): Line {
  return { ...line, text: line.text.slice(length), indent: 0 };
}

function flush(line: Line): Line {
  return { ...line, text: line.text.trimStart(), indent: 0 };
}
