/**
 * The clock: a moment is a text, `2000-02-29 23:59:58`, a time of day the seconds since midnight. Nothing here moves by
 * itself and no zone is known: a scenario says how much time passes, and what a zone or a summer time adds.
 */

import { callable, Trap, within, type Functions, type Signature } from "./library.ts";

const SECOND = 1000;
const DAY = 86_400n;

/** As far as a step goes: ten thousand years. */
const FARTHEST = 315_576_000_000;

/** Milliseconds of a moment, as if it were in UTC. */
function read(moment: string): number {
  const time = Date.parse(`${moment.replace(" ", "T")}Z`);
  if (Number.isNaN(time) || write(time) !== moment)
    throw new Trap("noResult", `${moment} is no moment such as 2000-02-29 23:59:58`);
  return time;
}

function write(time: number): string {
  const text = new Date(time).toISOString();
  if (!/^(?!0000)\d{4}-/.test(text))
    throw new Trap("noResult", "The moment is before year 1 or after year 9999");
  return text.slice(0, 19).replace("T", " ");
}

function later(moment: string, seconds: bigint): string {
  const time = read(moment) + within(seconds, -FARTHEST, FARTHEST) * SECOND;
  if (Number.isNaN(new Date(time).getTime()))
    throw new Trap("noResult", "The moment is before year 1 or after year 9999");
  return write(time);
}

export const functions: Functions = {
  later,
  moment: (date: string, seconds: bigint) => later(`${date} 00:00:00`, seconds),
  dateOf: (moment: string) => write(read(moment)).slice(0, 10),
  secondOf: (moment: string) => ((BigInt(read(moment) / SECOND) % DAY) + DAY) % DAY,
  secondsBetween: (from: string, to: string) => BigInt((read(to) - read(from)) / SECOND),
  timeOfDay: (seconds: bigint) =>
    new Date(Number(((seconds % DAY) + DAY) % DAY) * SECOND).toISOString().slice(11, 19),
};

export const signatures: readonly Signature[] = [
  callable(
    "moment",
    "date, number -> text",
    "So many seconds after the date's midnight, as 2000-02-29 23:59:58; more than a day is carried to the date.",
  ),
  callable("later", "text, number -> text", "The moment so many seconds later, or earlier."),
  callable("dateOf", "text -> date", "A moment's date."),
  callable("secondOf", "text -> number", "A moment's time of day, in seconds since midnight."),
  callable(
    "secondsBetween",
    "text, text -> number",
    "Seconds from the first moment to the second.",
  ),
  callable(
    "timeOfDay",
    "number -> text",
    "Seconds since midnight as 23:59:58; after a day it begins again.",
  ),
];
