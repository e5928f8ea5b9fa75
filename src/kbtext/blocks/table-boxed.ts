import type { Line } from "../line.ts";
import { rangeOf, type Table } from "./block.ts";
import { chunkEnd, type Recogniser } from "./recogniser.ts";

/**
 * A table in a box:
 *
 *     +-----------+---------+
 *     | File name | Version |
 *     +-----------+---------+
 *     | one.dll   | 1.0     |
 *     +-----------+---------+
 */
export const boxedTable: Recogniser = (lines, at) => {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (
    chunk.length < 3 ||
    !isBoxRule(chunk[0]) ||
    !chunk.every((line) => isBoxRule(line) || isBoxRow(line))
  ) {
    return undefined;
  }
  const block: Table = { kind: "table", head: [], rows: [], lines: chunk, ...rangeOf(chunk) };
  const [head, ...rows] = rowsOf(chunk);
  const certain =
    head !== undefined &&
    head.length > 1 &&
    rows.length > 0 &&
    rows.every((row) => row.length === head.length);
  if (!certain) return { block, next: at + chunk.length };
  return { block: { kind: "table", head, rows, ...rangeOf(chunk) }, next: at + chunk.length };
};

function isBoxRule(line: Line | undefined): boolean {
  return /^\s*[+|][-=+|]{2,}[+|]$/.test(line?.text ?? "");
}

function isBoxRow(line: Line): boolean {
  return /^\s*\|.*\|$/.test(line.text);
}

/** One row between two rules, where there are as many rules; else one row a line. */
function rowsOf(chunk: Line[]): string[][] {
  const groups: string[][][] = [];
  for (const line of chunk) {
    if (isBoxRule(line)) groups.push([]);
    else
      groups.at(-1)?.push(
        line.text
          .trim()
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      );
  }
  const filled = groups.filter((group) => group.length > 0);
  // A head and one long group: every line of that is a row.
  if (filled.length <= 2) return filled.flat();
  return filled.map((group) =>
    (group[0] ?? []).map((_, column) =>
      group
        .map((row) => row[column] ?? "")
        .join(" ")
        .trim(),
    ),
  );
}
