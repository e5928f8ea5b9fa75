import { indentOf, isBlank, type Line } from "../line.ts";
import { rangeOf, type Block, type Item } from "./block.ts";
import { skipBlank, type Recogniser } from "./recogniser.ts";

/** The marker at the beginning of an item, and where its text begins. */
interface Marker {
  indent: number;
  content: number;
  /** The number of a numbered item. */
  number?: number;
  /** A marker that Markdown does not have, `a.`: it stays in the text of a bullet. */
  label?: string;
}

const BULLET = /^( *)(?:[-*•·]|o(?= {2}))( +)(?=\S)/;
const NUMBER = /^( *)(\d{1,3})[.)]( +)(?=\S)/;
const LETTER = /^( *)(\(?[A-Za-z][.)]|\(\d{1,2}\)|[ivx]{1,4}[.)])( +)(?=\S)/;

function markerOf(line: Line | undefined): Marker | undefined {
  if (line === undefined || isBlank(line)) return undefined;
  const bullet = BULLET.exec(line.text);
  if (bullet !== null) return { indent: line.indent, content: bullet[0].length };
  const number = NUMBER.exec(line.text);
  if (number !== null)
    return { indent: line.indent, content: number[0].length, number: Number(number[2]) };
  const letter = LETTER.exec(line.text);
  if (letter?.[2] === undefined) return undefined;
  return { indent: line.indent, content: letter[0].length, label: letter[2] };
}

/**
 * Whether a list begins at this line. A number has to look like one that counts: `1.`, or one whose successor follows
 * (`32763. To` is a wrapped sentence); a letter has to be the first.
 */
export function beginsList(lines: readonly Line[], at: number): boolean {
  const marker = markerOf(lines[at]);
  if (marker === undefined || /^\s*[-=]+ ?(?:or|and) ?[-=]+$/i.test(lines[at]?.text ?? ""))
    return false;
  if (marker.label !== undefined)
    return /^\(?[aAiI1][.)]$/.test(marker.label) || follows(lines, at, marker);
  if (marker.number === undefined || marker.number <= 1) return true;
  return isBlank(lines[at - 1]) && marker.number < 100;
}

/** How many lines above an item its predecessor may stand. */
const NEAR = 30;

/** Whether a letter goes on from where an earlier item stopped: an item torn out of its list. */
function follows(lines: readonly Line[], at: number, marker: Marker): boolean {
  const letter = /[B-Zb-z]/.exec(marker.label ?? "")?.[0];
  if (letter === undefined || !isBlank(lines[at - 1])) return false;
  const before = String.fromCharCode(letter.charCodeAt(0) - 1);
  return lines
    .slice(Math.max(0, at - NEAR), at)
    .some((line) => markerOf(line)?.label?.includes(before) === true);
}

/**
 * Bullets or numbered items, nested ones and blocks inside them included:
 *
 *     1. Type the following:
 *
 *        command
 *
 *     2. Press ENTER.
 */
export const list: Recogniser = (lines, at, context) => {
  if (!beginsList(lines, at)) return undefined;
  const first = markerOf(lines[at]);
  if (first === undefined) return undefined;
  const items: Item[] = [];
  let loose = false;
  let next = at;
  for (let marker: Marker | undefined = first; marker !== undefined;) {
    const end = itemEnd(lines, next, marker);
    const inside = itemLines(lines.slice(next, end), marker);
    const blocks = context.inner(inside, context.intro);
    items.push({ blocks: withLabel(blocks, marker.label, lines[next]) });
    const after = skipBlank(lines, end);
    marker =
      sibling(markerOf(lines[after]), first, items.length) && beginsSibling(lines, after)
        ? markerOf(lines[after])
        : undefined;
    if (marker !== undefined) loose ||= after > end;
    next = marker === undefined ? end : after;
  }
  const start = first.number === undefined ? {} : { start: first.number };
  return {
    block: { kind: "list", ...start, loose, items, ...rangeOf(lines.slice(at, next)) },
    next,
  };
};

function beginsSibling(lines: readonly Line[], at: number): boolean {
  return !/^\s*[-=]+ ?(?:or|and) ?[-=]+$/i.test(lines[at]?.text ?? "");
}

/** Whether `marker` goes on with the list that `first` began. */
function sibling(marker: Marker | undefined, first: Marker, count: number): boolean {
  if (marker === undefined || Math.abs(marker.indent - first.indent) > 1) return false;
  if (first.number !== undefined) return marker.number === first.number + count;
  return (
    marker.number === undefined && (marker.label === undefined) === (first.label === undefined)
  );
}

/** Where an item ends: at the next item of its own or an outer list, or at text that has left its indent. */
function itemEnd(lines: readonly Line[], at: number, marker: Marker): number {
  let end = at + 1;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (isBlank(line)) continue;
    const afterBlank = isBlank(lines[next - 1]);
    if (line.indent <= marker.indent && (afterBlank || !isTornOut(lines, next))) return end;
    if (afterBlank && line.indent < Math.min(marker.content, marker.indent + 2)) return end;
    end = next + 1;
  }
  return end;
}

/** A wrapped line that lost its indent: the line before was full, and this one goes on in small letters. */
function isTornOut(lines: readonly Line[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined || markerOf(line) !== undefined) return false;
  return (
    before.text.length > 55 &&
    !/[.:!?]$/.test(before.text) &&
    /^[a-z("']/.test(line.text.trimStart())
  );
}

/** The item's lines with its marker gone and its margin at 0. */
function itemLines(lines: readonly Line[], marker: Marker): Line[] {
  let chunk = true;
  return lines.map((line, index) => {
    if (index === 0) return cut(line, marker.content);
    if (isBlank(line)) {
      chunk = false;
      return line;
    }
    // What wraps right below the marker is text at the item's margin, wherever it begins.
    const margin =
      chunk && markerOf(line) === undefined
        ? Math.max(line.indent, marker.content)
        : marker.content;
    return cut(
      line,
      Math.min(line.indent, chunk && line.indent <= marker.content + 3 ? margin : marker.content),
    );
  });
}

/** Puts a marker that Markdown does not have before the item's text. */
function withLabel(blocks: Block[], label: string | undefined, line: Line | undefined): Block[] {
  const [first, ...rest] = blocks;
  if (label === undefined || line === undefined) return blocks;
  if (first?.kind === "paragraph") return [{ ...first, text: `${label} ${first.text}` }, ...rest];
  return [{ kind: "paragraph", text: label, ...rangeOf([line]) }, ...blocks];
}

function cut(line: Line, columns: number): Line {
  const text = line.text.slice(columns);
  return { ...line, text, indent: indentOf(text) };
}
