/** One line of the source, ready to be looked at. */
export interface Line {
  /** Without its line ending and trailing blanks; tabs expanded to columns of eight. */
  text: string;
  /** Where it stands in the source file, counted from 1. */
  number: number;
  /** How many spaces it begins with; 0 for a blank line. */
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
export function commonIndent(lines: Line[]): number {
  let least = Infinity;
  for (const line of lines) if (!isBlank(line)) least = Math.min(least, line.indent);
  return least === Infinity ? 0 : least;
}

/** The lines' text with their common indent taken off. */
export function dedent(lines: Line[]): string {
  const indent = commonIndent(lines);
  return lines.map((line) => line.text.slice(indent)).join("\n");
}

/** Tabs to spaces, up to the next column that is a multiple of eight. Linear in the length of the text. */
export function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  const parts = text.split("\t");
  const last = parts.pop() ?? "";
  let column = 0;
  let result = "";
  for (const part of parts) {
    const width = 8 - ((column + part.length) % 8);
    result += part + " ".repeat(width);
    column += part.length + width;
  }
  return result + last;
}
