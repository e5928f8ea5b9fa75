import { isBlank, isRule, type Line } from "../line.ts";
import { rangeOf, type Table } from "./block.ts";
import { boxedTable } from "./table-boxed.ts";
import { codeShare, isCodeLine, isListingLine } from "./looks.ts";
import { chunkEnd, skipBlank, type Match, type Recogniser } from "./recogniser.ts";

/**
 * Columns under a head, with a rule below it:
 *
 *     Value   Meaning
 *     -----   -------
 *     0       Nothing is sent.
 *     1       All of it is sent,
 *             and kept.
 *
 * The rule's dashes tell where the columns begin; under one long rule, the head's gaps do. Where a word of the table
 * crosses from one column into the next, the columns are not certain and the table stays as it stands.
 */
export const table: Recogniser = (lines, at, context) =>
  boxedTable(lines, at, context) ??
  ruledTable(lines, at) ??
  plainColumns(lines, at) ??
  spacedColumns(lines, at);

/** How many lines of head a rule may have. */
const MOST_HEAD = 4;

function ruledTable(lines: Line[], at: number): Match | undefined {
  const end = chunkEnd(lines, at);
  const rule = lines
    .slice(at, Math.min(end, at + MOST_HEAD + 1))
    .findIndex((line) => isColumnRule(line));
  if (rule < 1) return undefined;
  const head = lines.slice(at, at + rule);
  const starts = columnStarts(lines[at + rule] as Line, head);
  if (starts.length < 2) return undefined;
  const next = tableEnd(lines, at + rule + 1, starts);
  const rows = lines.slice(at + rule + 1, next);
  if (rows.every((line) => isBlank(line))) return undefined;
  return { block: build(head, rows, starts, lines.slice(at, next)), next };
}

/** Two runs of dashes or more, or one long one. */
function isColumnRule(line: Line): boolean {
  return (
    /^\s*[-=_]{2,}(?:\s+[-=_]{2,})+$/.test(line.text) ||
    isRule(line, "-", 12) ||
    isRule(line, "=", 12)
  );
}

function columnStarts(rule: Line, head: readonly Line[]): number[] {
  const segments = startsOf(rule.text, /\S+/g);
  if (segments.length > 1) return segments;
  return startsOf(head.at(-1)?.text ?? "", CELL);
}

/** A cell: words with single spaces between them. */
const CELL = /\S+(?: \S+)*/g;

function startsOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.slice(0, 300).matchAll(pattern), (match) => match.index);
}

/** Whether no word crosses into a column, one character of slack for numbers set to the right aside. */
function fits(line: Line, starts: readonly number[]): boolean {
  return starts.slice(1).every((start) => {
    const [before, here] = [line.text[start - 1], line.text[start]];
    return before === undefined || before === " " || here === undefined || here === " ";
  });
}

/** Rows go on over single blank lines as long as they keep to the columns. */
function tableEnd(lines: Line[], start: number, starts: readonly number[]): number {
  const margin = starts[0] ?? 0;
  let end = chunkEnd(lines, start);
  if (end === start) end = chunkEnd(lines, skipBlank(lines, start));
  for (;;) {
    const next = skipBlank(lines, end);
    const chunk = lines.slice(next, chunkEnd(lines, next));
    const first = chunk[0];
    if (first === undefined || next > end + 1 || first.indent < margin - 1) return end;
    if (!chunk.every((line) => isRow(line, starts))) return end;
    end = next + chunk.length;
  }
}

/** Two cells or more, each where a column begins; or the rest of a cell, below it. */
function isRow(line: Line, starts: readonly number[]): boolean {
  if (!fits(line, starts)) return false;
  const [, second = Infinity] = starts;
  return line.indent >= second || (line.text.length > second && secondCell(line) > 0);
}

function build(head: Line[], rows: Line[], starts: number[], all: Line[]): Table {
  const filled = rows.filter((line) => !isBlank(line) && !isColumnRule(line));
  const range = rangeOf(trimEnd(all));
  const certain = [...head, ...filled].every((line) => certainly(line, starts));
  if (!certain) return { kind: "table", head: [], rows: [], lines: trimEnd(all), ...range };
  const cells = filled.map((line) => cellsOf(line, starts));
  return {
    kind: "table",
    head: merge(head.map((line) => cellsOf(line, starts))),
    rows: joinRows(cells),
    ...range,
  };
}

/** A line whose every cell keeps to its column: none crosses into the next, none holds a gap as wide as between two. */
function certainly(line: Line, starts: readonly number[]): boolean {
  if (!fits(line, starts) || line.indent < (starts[0] ?? 0)) return false;
  return cellsOf(line, starts).every((cell) => !/ {3}/.test(cell));
}

function cellsOf(line: Line, starts: readonly number[]): string[] {
  return starts.map((start, index) => line.text.slice(start, starts[index + 1]).trim());
}

/** A row without a first cell goes on with the row above it. */
function joinRows(rows: string[][]): string[][] {
  const result: string[][] = [];
  for (const row of rows) {
    const above = result.at(-1);
    if (row[0] === "" && above !== undefined) result[result.length - 1] = merge([above, row]);
    else result.push(row);
  }
  return result;
}

function merge(rows: string[][]): string[] {
  return (rows[0] ?? []).map((_, column) =>
    rows
      .map((row) => row[column] ?? "")
      .filter((cell) => cell !== "")
      .join(" "),
  );
}

function trimEnd(lines: Line[]): Line[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(0, last + 1);
}

/**
 * Columns without a rule: three lines or more whose second cell begins at the same place. Nothing says which line is
 * the head, so they stay as they stand.
 */
function plainColumns(lines: Line[], at: number): Match | undefined {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (chunk.length < 3) return undefined;
  const wide = chunk.filter((line) => / {3,}\S/.test(line.text.trimStart())).length;
  if (wide < chunk.length * 0.7 || codeShare(chunk) > 0.4 || !hasWords(chunk)) return undefined;
  if (chunk.filter((line) => isListingLine(line.text)).length > chunk.length / 2) return undefined;
  const common = mostCommon(chunk.map((line) => secondCell(line)));
  if (common < chunk.length * 0.7) return undefined;
  // The same words before every line are the mark of a log.
  const firsts = new Set(chunk.map((line) => CELL_ONE.exec(line.text.trimStart())?.[0]));
  if (firsts.size <= chunk.length / 3) return undefined;
  const block: Table = { kind: "table", head: [], rows: [], lines: chunk, ...rangeOf(chunk) };
  return { block, next: at + chunk.length };
}

/** Whether there is more than figures, which a program may have written: words, or addresses. */
function hasWords(lines: readonly Line[]): boolean {
  return lines.some((line) => /[A-Za-z]{3}|(?:\d+\.){3}\d/.test(line.text));
}

/**
 * Columns without a rule whose rows are parted by blank lines: a key, and at one column what it does.
 *
 *     F5       Reads the disk again.
 *
 *     DEL      Deletes the file that is
 *              selected.
 */
function spacedColumns(lines: Line[], at: number): Match | undefined {
  const line = lines[at];
  if (line === undefined || /^\S/.test(line.text) || secondCell(line) < 0) return undefined;
  const [first = 0, second] = startsOf(line.text, CELL);
  if (second === undefined || first === 0) return undefined;
  let rows = 0;
  let end = at;
  for (let next = at; next < lines.length && next <= end + 1;) {
    const last = chunkEnd(lines, next);
    if (!isSpacedRow(lines.slice(next, last), first, second)) break;
    rows++;
    end = last;
    next = skipBlank(lines, end);
  }
  const taken = lines.slice(at, end);
  if (rows < 3) return undefined;
  return {
    block: { kind: "table", head: [], rows: [], lines: taken, ...rangeOf(taken) },
    next: end,
  };
}

/** A remark behind a statement: no cell. */
const COMMENT = /^(?:[;']|\/[/*]|&&)/;

/** A line with two cells at these columns; below it, more of the second, or another first. */
function isSpacedRow([line, ...more]: readonly Line[], first: number, second: number): boolean {
  const starts = startsOf(line?.text ?? "", CELL);
  if (starts.length !== 2 || starts[0] !== first || starts[1] !== second) return false;
  if (
    line === undefined ||
    isCodeLine(line.text) ||
    COMMENT.test(line.text.slice(second, second + 3))
  )
    return false;
  return (
    more.length < 6 &&
    more.every(
      ({ indent, text }) => indent === second || (indent === first && text.length < second),
    )
  );
}

/** From the end of a cell to the beginning of the next one: more than a single space. */
const GAP = /\S(?:[^\S ]\s*| \s+)\S/;

const CELL_ONE = /^\S+(?: \S+)*/;

/** Where the second cell begins; -1 where there is none. */
function secondCell(line: Line): number {
  const gap = GAP.exec(line.text.slice(0, 300));
  return gap === null ? -1 : gap.index + gap[0].length - 1;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
