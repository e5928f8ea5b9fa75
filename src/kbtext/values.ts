/** Values of header and trailer fields → what the front matter holds. */

/** Parts between separators, trimmed, without empty ones and repetitions. */
export function listOf(value: string, separator: string): string[] {
  return unique(value.split(separator).map((part) => part.trim().replace(/\s+/g, " ")));
}

/** Words between blanks; the Programmer's Library puts stray `|` among them. */
export function wordsOf(value: string | undefined): string[] {
  return unique((value ?? "").split(/[\s|]+/));
}

/** The words of a phrase, each as often as it stands there. */
export function phraseOf(value: string | undefined): string[] {
  return (value ?? "").split(/\s+/).filter((word) => word !== "");
}

/**
 * `WINDOWS:1.0,2.0; :3.0` → `WINDOWS:1.0`, `2.0`, `3.0`. The Programmer's Library parts versions by blanks, and has a
 * column for each operating system: `6.00 6.00a | 6.00`.
 */
export function versionsOf(value: string, library: boolean): string[] {
  if (library) return wordsOf(value);
  return value
    .split(/[,;]/)
    .map((part) => part.trim().replace(/^:\s*/, "").replace(/\s+/g, " "))
    .flatMap((part) => (NUMBERS.test(part) ? part.split(" ") : [part]))
    .filter((part) => part !== "");
}

/** Numbers parted by blanks alone, `3.50 3.51`; in `2.0 SP1` the blank belongs to one version. */
const NUMBERS = /^(?:[A-Za-z-]+:)?\d+\.\d+\w*(?: \d+\.\d+\w*)+$/;

function unique(parts: string[]): string[] {
  return [...new Set(parts)].filter((part) => part !== "" && part !== ":");
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** `16-AUG-2002` → `2002-08-16`; nothing where that is no day of the calendar. */
export function dateOf(value: string): string | undefined {
  const [, day = "", name = "", year = ""] =
    /^(\d{1,2})-([A-Z]{3})-(\d{4})$/i.exec(value.trim()) ?? [];
  const month = MONTHS.indexOf(name.toUpperCase()) + 1;
  if (month === 0) return undefined;
  const isDay = Number(day) > 0 && Number(day) <= daysIn(Number(year), month);
  return isDay ? `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

/** How many days a month has; the day before the first of the next one is its last. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
