/**
 * The calendar: dates are texts, `2000-02-29`, of the Gregorian calendar from year 1 to 9999. It knows no today: a
 * scenario has its dates from its settings. Times of day are in `clock.ts`.
 */

import { callable, Trap, within, type Functions, type Signature } from "./library.ts";

const DAY = 86_400_000;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function daysOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function dateOf(days: number): string {
  const time = new Date(days * DAY);
  const year = time.getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999)
    throw new Trap("noResult", "The date is before year 1 or after year 9999");
  return time.toISOString().slice(0, 10);
}

const isLeap = (year: bigint) => (year % 4n === 0n && year % 100n !== 0n) || year % 400n === 0n;

function daysIn(year: bigint, month: bigint): bigint {
  if (month === 2n) return isLeap(year) ? 29n : 28n;
  return [4n, 6n, 9n, 11n].includes(month) ? 30n : 31n;
}

function isDate(year: bigint, month: bigint, day: bigint): boolean {
  return (
    year >= 1n &&
    year <= 9999n &&
    month >= 1n &&
    month <= 12n &&
    day >= 1n &&
    day <= daysIn(year, month)
  );
}

function makeDate(year: bigint, month: bigint, day: bigint): string {
  if (!isDate(year, month, day)) throw new Trap("noResult", `${year}-${month}-${day} is no date`);
  return [String(year).padStart(4, "0"), two(month), two(day)].join("-");
}

function two(n: bigint): string {
  return String(n).padStart(2, "0");
}

function part(date: string, from: number, to: number): bigint {
  return BigInt(date.slice(from, to));
}

/** The nth of a weekday in a month, -1 for its last. */
function nthWeekday(year: bigint, month: bigint, nth: bigint, weekday: string): string {
  const first = daysOf(makeDate(year, month, 1n));
  const days = Number(daysIn(year, month));
  const found = Array.from({ length: days }, (_, i) => first + i).filter(
    (day) => weekdayOf(day) === weekday,
  );
  const day = found.at(Number(nth > 0n ? nth - 1n : nth));
  if (nth === 0n || day === undefined)
    throw new Trap("noResult", `${year}-${month} has no ${weekday} number ${nth}`);
  return dateOf(day);
}

function weekdayOf(days: number): string {
  return WEEKDAYS[(((days + 4) % 7) + 7) % 7] ?? "";
}

export const functions: Functions = {
  date: makeDate,
  isDate,
  isLeap,
  daysIn,
  year: (date: string) => part(date, 0, 4),
  month: (date: string) => part(date, 5, 7),
  day: (date: string) => part(date, 8, 10),
  weekday: (date: string) => weekdayOf(daysOf(date)),
  nthWeekday,
  dayOfYear: (date: string) => BigInt(daysOf(date) - daysOf(`${date.slice(0, 4)}-01-01`) + 1),
  daysBetween: (from: string, to: string) => BigInt(daysOf(to) - daysOf(from)),
  addDays: (date: string, days: bigint) =>
    dateOf(daysOf(date) + within(days, -4_000_000, 4_000_000)),
  windowed(year: bigint, pivot: bigint) {
    const short = BigInt(within(year, 0, 99));
    return short < pivot ? 2000n + short : 1900n + short;
  },
};

export const signatures: readonly Signature[] = [
  callable(
    "date",
    "number, number, number -> date",
    "The date of a year, month and day. There is no result where that is none.",
  ),
  callable(
    "isDate",
    "number, number, number -> flag",
    "Whether there is a day of that year, month and day.",
  ),
  callable("isLeapYear", "number -> flag", "Whether the year has a 29 February.", "isLeap"),
  callable(
    "daysInMonth",
    "number, number -> number",
    "How many days a month of a year has.",
    "daysIn",
  ),
  callable("year", "date -> number", "Its year, four digits."),
  callable("month", "date -> number", "Its month, 1 to 12."),
  callable("day", "date -> number", "Its day, 1 to 31."),
  callable("weekday", "date -> text", "Its day of the week, in English: Monday."),
  callable(
    "nthWeekday",
    "number, number, number, text -> date",
    "The date of a weekday in a year and month: its first (1), second (2), last (-1). There is no result where it has none.",
  ),
  callable("dayOfYear", "date -> number", "Its day of the year, 1 to 366."),
  callable("daysBetween", "date, date -> number", "Days from the first to the second."),
  callable("addDays", "date, number -> date", "So many days later, or earlier."),
  callable(
    "windowed",
    "number, number -> number",
    "The year that two digits stand for: 20xx below the pivot, 19xx from it on.",
  ),
];
