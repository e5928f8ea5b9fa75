import { isBlank, isRule, type Line } from "./line.ts";

/** The products that an article applies to, and the lines around the frame. */
export interface FrameResult {
  /** Whether the article has a frame at all: forms 1 and 2 do. */
  found: boolean;
  appliesTo: string[];
  /** Stray text between header and frame; usually none. */
  before: Line[];
  rest: Line[];
}

/** The frame stands near the top; one further down is a quotation. */
const SEARCH = 40;

/**
 * The frame under the header:
 *
 *     -------------------------------------------------------------------------------
 *     The information in this article applies to:
 *
 *      - One Product, versions 1.0, 2.0, on platform(s):
 *         - the operating system: One System
 *     -------------------------------------------------------------------------------
 */
export function readFrame(lines: Line[]): FrameResult {
  const title = lines
    .slice(0, SEARCH)
    .findIndex((line, at) => isTitle(line) && isRule(lines[at - 1], "-", 40));
  if (title < 0) return { found: false, appliesTo: [], before: [], rest: lines };
  const end = frameEnd(lines, title + 1);
  const inside = lines.slice(title + 1, end);
  const rest = lines.slice(isRule(lines[end], "-", 40) ? end + 1 : end);
  return { found: true, appliesTo: entries(inside), before: lines.slice(0, title - 1), rest };
}

function isTitle(line: Line): boolean {
  return /^The information in this article applies to:?$/i.test(line.text.trim());
}

/** The closing rule; where there is none, the first text after a blank line that is no entry. */
function frameEnd(lines: Line[], start: number): number {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || isRule(line, "-", 40) || isRule(lines[at + 1], "=")) return at;
    const begins = at > start + 1 && isBlank(lines[at - 1]) && !isBlank(line);
    if (begins && !ENTRY.test(line.text) && !closesSoon(lines, at)) return at;
  }
  return lines.length;
}

function closesSoon(lines: Line[], at: number): boolean {
  for (let next = at; next < Math.min(at + SEARCH, lines.length); next++) {
    if (isRule(lines[next], "=")) return false;
    if (isRule(lines[next], "-", 40)) return true;
  }
  return false;
}

const ENTRY = /^( *)-(?: +(.*))?$/;

/** One entry a product: wrapped lines are joined, and what is nested below follows after a comma. */
function entries(lines: Line[]): string[] {
  const result: string[] = [];
  let nestedBefore = false;
  for (const line of lines) {
    if (isBlank(line)) continue;
    const [, indent, text = ""] = ENTRY.exec(line.text) ?? [];
    const last = result.length - 1;
    const nested = indent !== undefined && indent.length >= 3;
    if (indent !== undefined && !nested) result.push(text);
    else if (last < 0 || line.indent === 0) result.push(line.text.trim());
    else {
      const piece = nested ? text : line.text.trim();
      result[last] += nested && nestedBefore ? `, ${piece}` : ` ${piece}`;
    }
    nestedBefore = nested || (nestedBefore && indent === undefined);
  }
  return result.map((entry) => entry.trim()).filter((entry) => entry !== "");
}
