/** Reads a command's words one by one (RFC 2060, 9). Literals stand in the text as they were sent: `{5}`, line end, octets. */

import { rangesOf, type Range, type Ranges } from "../uids.ts";

/** The client's command breaks the grammar, or names what is not there. */
export class BadCommand extends Error {}

export interface Cursor {
  readonly text: string;
  at: number;
}

const SPACE = / +/y;
const END = / *$/y;
const QUOTED = /"(?:[^"\\\r\n]|\\["\\])*"/y;
const LITERAL = /\{\d+\}\r\n/y;
/** An atom, or the `]` and wildcards that `astring` and `list_mailbox` take besides. */
const WORD = /[!#-'*-[\]-z|-~]+/y;
const SET = /[\d:*,]+/y;

/** What `pattern` (sticky) finds here, or undefined. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** What `pattern` finds here. Throws `BadCommand` where it finds nothing. */
export function need(cursor: Cursor, pattern: RegExp): string {
  const found = take(cursor, pattern);
  if (found === undefined) throw new BadCommand();
  return found;
}

export const takeSpace = (cursor: Cursor): boolean => take(cursor, SPACE) !== undefined;
export const needSpace = (cursor: Cursor): string => need(cursor, SPACE);
export const needEnd = (cursor: Cursor): string => need(cursor, END);
export const needWord = (cursor: Cursor): string => need(cursor, WORD);

/** A string in any of its three spellings: `INBOX`, `"INBOX"`, `{5}` and the octets. */
export function needString(cursor: Cursor): string {
  const quoted = take(cursor, QUOTED);
  if (quoted !== undefined) return quoted.slice(1, -1).replace(/\\(.)/g, "$1");
  const literal = take(cursor, LITERAL);
  if (literal === undefined) return needWord(cursor);
  const end = cursor.at + Number.parseInt(literal.slice(1), 10);
  const octets = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return octets;
}

/** `(one two)`, each read by `needOne`. */
export function needList<T>(cursor: Cursor, needOne: (cursor: Cursor) => T): T[] {
  need(cursor, /\(/y);
  const found: T[] = [];
  if (take(cursor, /\)/y) !== undefined) return found;
  do found.push(needOne(cursor));
  while (takeSpace(cursor));
  need(cursor, /\)/y);
  return found;
}

/** `1,3:5,7:*`, where `*` is `highest`. May name numbers that do not exist. */
export function needSet(cursor: Cursor, highest: number): Ranges {
  const parts = need(cursor, SET).split(",");
  return rangesOf(
    parts.map((part): Range => {
      if (!/^([1-9]\d{0,9}|\*)(:([1-9]\d{0,9}|\*))?$/.test(part)) throw new BadCommand();
      const ends = part.split(":").map((end) => (end === "*" ? highest : Number(end)));
      return [Math.min(...ends), Math.max(...ends)];
    }),
  );
}
