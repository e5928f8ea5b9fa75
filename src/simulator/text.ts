/** Numbers, units, filled-in texts and the marks in them. */

import type { Mark, Unit, Value } from "./types.ts";

/** `65536` → `65,536`. The same in every locale. */
export function formatNumber(value: number | bigint | string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1` → `1 message`, `65536` → `65,536 messages`; without a unit the number alone. */
export function formatCount(value: number | string, unit: Unit | null): string {
  if (unit === null) return formatNumber(value);
  return `${formatNumber(value)} ${unit[/^-?1$/.test(String(value)) ? 0 : 1]}`;
}

/** What stands between braces in a template. `{{` and `}}` are not special: article text has no use for them. */
const HOLE = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Names of the holes in a template, in order. */
export function holesOf(template: string): string[] {
  return Array.from(template.matchAll(HOLE), (match) => match[1] as string);
}

/** Fills the holes for which there is a value; others stay as they stand, for the next who can fill them. */
export function fill(template: string, valueOf: (name: string) => Value | undefined): string {
  return template.replace(HOLE, (hole, name: string) => String(valueOf(name) ?? hole));
}

/** A template as a pattern: each hole is a group that matches `hole`, each run of white space any run of white space. */
export function patternOf(template: string, hole: string): string {
  return template
    .split(HOLE)
    .map((part, i) => (i % 2 === 1 ? `(${hole})` : literalPattern(part)))
    .join("");
}

function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/**
 * Where a text made from `template` has its filled-in values, and where it has one of the article's own placeholders.
 * A text that the template does not fit has no filled marks.
 */
export function marksOf(text: string, template: string, placeholders: readonly string[]): Mark[] {
  const marks = [...filledMarks(text, template), ...placeholderMarks(text, placeholders)];
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return marks.filter((mark, i) => marks.slice(0, i).every((other) => other.end <= mark.start));
}

function filledMarks(text: string, template: string): Mark[] {
  const names = holesOf(template);
  if (names.length === 0) return [];
  const match = new RegExp(`^${patternOf(template, ".*?")}$`, "ds").exec(text);
  return names.flatMap((name, i) => {
    const span = match?.indices?.[i + 1];
    return span ? [{ start: span[0], end: span[1], kind: "filled", name } as const] : [];
  });
}

function placeholderMarks(text: string, placeholders: readonly string[]): Mark[] {
  return placeholders.flatMap((name) => {
    const starts = Array.from(text.matchAll(new RegExp(literalPattern(name), "g")), (m) => m.index);
    return starts.map(
      (start) => ({ start, end: start + name.length, kind: "placeholder", name }) as const,
    );
  });
}
