/** What the rows of a table stand for where they are drawn: times on a line, days of months, parts of paths. */

import type { Drawing } from "./types.ts";

export type Cells = readonly string[];

/** A row on a ruler: where it begins and ends, in the ruler's unit, and its words. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly cells: Cells;
}

/** Each row from the time of the row before it to its own: waiting is a length. */
export function timesOf(rows: readonly Cells[]): Span[] {
  const times = rows.map(([first = ""]) => numberIn(first) ?? 0);
  return rows.map((cells, i) => ({ from: times[i - 1] ?? 0, to: times[i] ?? 0, cells }));
}

/** Each part of a path on a line of its own, from where it begins to where it ends, its separator included. */
export function partsOf(path: string): Span[] {
  let at = 0;
  return (path.match(/[^\\/]*[\\/]|[^\\/]+$/g) ?? []).map((part) => {
    const from = at;
    at += Array.from(part).length;
    return { from, to: at, cells: [part] };
  });
}

export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Weekday of its first day, 0 for Monday. */
  readonly starts: number;
  /** How many days it has. */
  readonly days: number;
  /** What stands on its days. A day that the month does not have comes after its last. */
  readonly marks: readonly { readonly day: number; readonly cells: Cells }[];
}

/** The months of the rows' dates, each once, in order. */
export function monthsOf(rows: readonly Cells[]): Month[] {
  const names = rows.map(([date = ""]) => date.slice(0, 7));
  return [...new Set(names)].sort().map((name) => {
    const [year = 1, month = 1] = name.split("-").map(Number);
    const marks = rows.flatMap((cells, i) =>
      names[i] === name ? [{ day: Number(cells[0]?.slice(8, 10)), cells }] : [],
    );
    return { year, month, starts: weekday(year, month), days: daysIn(year, month), marks };
  });
}

/** Of the Gregorian calendar; `Date` would take years below 100 for years of the last century. */
function weekday(year: number, month: number): number {
  return (new Date(`${String(year).padStart(4, "0")}-${two(month)}-01`).getUTCDay() + 6) % 7;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** The number that a text begins with: 1,024 of "1,024 seconds". */
function numberIn(text: string): number | undefined {
  const digits = /^\d[\d,]*(\.\d+)?/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}

/** What a first cell should have been, where it cannot be drawn; undefined where it can. */
export function misfit(as: Drawing, [first = ""]: Cells): string | undefined {
  switch (as) {
    case "timeline":
      return numberIn(first) === undefined ? "a number, with or without a unit" : undefined;
    case "calendar":
      return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(first)
        ? undefined
        : "a date such as 2000-02-29";
    case "tree":
      return /[\\/]/.test(first) ? undefined : "a path with \\ or / between its parts";
  }
}
