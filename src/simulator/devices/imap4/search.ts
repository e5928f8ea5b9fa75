/** SEARCH's keys (RFC 2060, 6.4.4): reads them from the command as one test of a message. */

import { viewOf } from "../uids.ts";
import { BadCommand, needSet, needSpace, needString, needWord, take, takeSpace, type Cursor } from "./cursor.ts"; // prettier-ignore
import { FLAGS, type Seen } from "./folder.ts";
import { dayOf, fieldsOf, internalDate } from "./header.ts";

export type Test = (seen: Seen) => boolean;

/** The highest sequence number and unique id: what `*` stands for. */
export interface Highest {
  readonly number: number;
  readonly uid: number;
}

/** Parentheses, NOT and OR within one another. */
const DEEPEST = 50;

/** Keys up to the end of the command, or to the closing parenthesis: all must hold. */
export function needTests(cursor: Cursor, highest: Highest, depth = 0): Test {
  if (depth > DEEPEST) throw new BadCommand();
  const tests: Test[] = [];
  do tests.push(needTest(cursor, highest, depth + 1));
  while (takeSpace(cursor));
  return (seen) => tests.every((test) => test(seen));
}

function needTest(cursor: Cursor, highest: Highest, depth: number): Test {
  if (depth > DEEPEST) throw new BadCommand();
  if (take(cursor, /\(/y) !== undefined) {
    const inner = needTests(cursor, highest, depth);
    if (take(cursor, /\)/y) === undefined) throw new BadCommand();
    return inner;
  }
  if (/[\d*]/.test(cursor.text[cursor.at] ?? "")) {
    const numbers = viewOf(needSet(cursor, highest.number));
    return ({ number }) => numbers.indexOf(number) >= 0;
  }
  const key = needWord(cursor).toUpperCase();
  const next = () => (needSpace(cursor), needTest(cursor, highest, depth + 1));
  switch (key) {
    case "NOT": {
      const test = next();
      return (seen) => !test(seen);
    }
    case "OR": {
      const [one, other] = [next(), next()];
      return (seen) => one(seen) || other(seen);
    }
    case "UID": {
      needSpace(cursor);
      const uids = viewOf(needSet(cursor, highest.uid));
      return ({ message }) => uids.indexOf(message.uid) >= 0;
    }
  }
  return FIXED.get(key) ?? flagTest(key) ?? needArgument(cursor, key);
}

const never: Test = () => false;
const always: Test = () => true;

/** No message is recent, and none has keywords. */
const FIXED: ReadonlyMap<string, Test> = new Map([
  ["ALL", always],
  ["OLD", always],
  ["NEW", never],
  ["RECENT", never],
]);

/** `SEEN`, `UNSEEN` and their like. */
function flagTest(key: string): Test | undefined {
  const name = key.replace(/^UN/, "");
  const flag = FLAGS.find((flag) => flag.slice(1).toUpperCase() === name);
  return flag && (name === key ? ({ has }) => has(flag) : ({ has }) => !has(flag));
}

function needArgument(cursor: Cursor, key: string): Test {
  needSpace(cursor);
  if (key === "HEADER") {
    const name = needString(cursor).toLowerCase();
    needSpace(cursor);
    return fieldTest(name, needString(cursor));
  }
  const argument = needString(cursor);
  switch (key) {
    case "FROM":
    case "TO":
    case "CC":
    case "BCC":
    case "SUBJECT":
      return fieldTest(key.toLowerCase(), argument);
    case "BODY":
      return ({ message }) => contains(message.body, argument);
    case "TEXT":
      return ({ message }) => contains(`${message.header}\r\n\r\n${message.body}`, argument);
    case "KEYWORD":
      return never;
    case "UNKEYWORD":
      return always;
    case "LARGER":
    case "SMALLER":
      return sizeTest(key, argument);
  }
  return dateTest(key, argument);
}

function fieldTest(name: string, wanted: string): Test {
  return ({ message }) =>
    fieldsOf(message.header).some(([field, value]) => field === name && contains(value, wanted));
}

function contains(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase());
}

function sizeTest(key: string, argument: string): Test {
  if (!/^\d{1,10}$/.test(argument)) throw new BadCommand();
  const octets = Number(argument);
  return ({ message }) => (key === "LARGER" ? message.size > octets : message.size < octets);
}

/** `SINCE`, `BEFORE`, `ON`, and the same after `SENT`: messages arrive on the day that they are dated. */
function dateTest(key: string, argument: string): Test {
  const how = key.replace(/^SENT/, "");
  const day = dayOf(argument);
  if (!["SINCE", "BEFORE", "ON"].includes(how) || Number.isNaN(day)) throw new BadCommand();
  return ({ message }) => {
    const its = dayOf(internalDate(message));
    return how === "SINCE" ? its >= day : how === "BEFORE" ? its < day : its === day;
  };
}
