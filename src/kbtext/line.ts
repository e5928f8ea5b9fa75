/** One line of the source, ready to be looked at. */
export interface Line {
  /** Without its line ending and trailing blanks. */
  text: string;
  /** Where it stands in the source file, counted from 1. */
  number: number;
  /** How many spaces (and, before they are expanded, tabs) it begins with; 0 for a blank line. */
  indent: number;
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text === "";
}

/** Whether a line consists of `char` alone, at least `least` times, after its indent. */
export function isRule(line: Line | undefined, char: string, least = 3): boolean {
  if (line === undefined || line.text.length - line.indent < least) return false;
  for (let at = line.indent; at < line.text.length; at++) {
    if (line.text[at] !== char) return false;
  }
  return true;
}

/** The lines without the blank ones at either end. */
export function trimBlank(lines: Line[]): Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start])) start++;
  while (end > start && isBlank(lines[end - 1])) end--;
  return lines.slice(start, end);
}

/** The smallest indent of the lines that are not blank. */
export function commonIndent(lines: readonly Line[]): number {
  let least = Infinity;
  for (const line of lines) if (!isBlank(line)) least = Math.min(least, line.indent);
  return least === Infinity ? 0 : least;
}

/** The lines' text with their common indent taken off. */
export function dedent(lines: readonly Line[]): string {
  const indent = commonIndent(lines);
  return lines.map((line) => line.text.slice(indent)).join("\n");
}

/** The number of spaces and tabs at the beginning. */
export function indentOf(text: string): number {
  let indent = 0;
  while (text[indent] === " " || text[indent] === "\t") indent++;
  return indent;
}

/** The line with its tabs expanded to columns of eight. */
export function withoutTabs(line: Line): Line {
  if (!line.text.includes("\t")) return line;
  const text = expandTabs(line.text);
  return { ...line, text, indent: indentOf(text) };
}

/** Tabs to spaces, up to the next column that is a multiple of eight. Linear in the length of the text. */
function expandTabs(text: string): string {
  const parts = text.split("\t");
  const last = parts.pop() ?? "";
  const pieces: string[] = [];
  let column = 0;
  for (const part of parts) {
    const width = 8 - ((column + part.length) % 8);
    pieces.push(part, " ".repeat(width));
    column += part.length + width;
  }
  return pieces.join("") + last;
}
