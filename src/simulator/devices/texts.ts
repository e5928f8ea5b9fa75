/** Texts. Lengths and places count Unicode code points, from 0, as CEL does. */

import {
  callable,
  LONGEST,
  method,
  Trap,
  within,
  type Functions,
  type Signature,
} from "./library.ts";

function bounded(text: string): string {
  if (text.length > LONGEST) throw new Trap("noResult", "The text is too long");
  return text;
}

function slice(text: string, from: bigint, to?: bigint): string {
  const points = Array.from(text);
  const end = to === undefined ? points.length : within(to, 0, points.length);
  return points.slice(within(from, 0, end), end).join("");
}

/** Capital letters at the beginning of each word; `breaks` begin a word beside blanks. */
function capitalised(text: string, breaks: string): string {
  let begins = true;
  return Array.from(text, (letter) => {
    const shown = begins ? letter.toUpperCase() : letter.toLowerCase();
    begins = /\s/.test(letter) || breaks.includes(letter);
    return shown;
  }).join("");
}

export const functions: Functions = {
  concatenate: (a: string, b: string) => bounded(a + b),
  textSize: (text: string) => BigInt(Array.from(text).length),
  contains: (text: string, part: string) => text.includes(part),
  startsWith: (text: string, part: string) => text.startsWith(part),
  endsWith: (text: string, part: string) => text.endsWith(part),
  indexOf: (text: string, part: string) => {
    const found = text.indexOf(part);
    return BigInt(found < 0 ? -1 : Array.from(text.slice(0, found)).length);
  },
  charAt: (text: string, at: bigint) =>
    Array.from(text)[within(at, 0, Array.from(text).length)] ?? "",
  rest: (text: string, from: bigint) => slice(text, from),
  substring: slice,
  lowerAscii: (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  upperAscii: (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  replace: (text: string, part: string, by: string) => bounded(text.split(part).join(by)),
  repeat: (text: string, times: bigint) => bounded(text.repeat(within(times, 0, LONGEST))),
  trim: (text: string) => text.trim(),
  split: (text: string, by: string) => text.split(by),
  join: (texts: readonly string[], by: string) => bounded(texts.join(by)),
  capitalised,
  stringOf: (value: bigint | string) => String(value),
};

export const signatures: readonly Signature[] = [
  callable("size", "text -> number", "How many characters a text has.", "textSize"),
  method("size", "text -> number", "How many characters a text has.", "textSize"),
  method("contains", "text, text -> flag", "Whether the second stands in the first."),
  method("startsWith", "text, text -> flag", "Whether the first begins with the second."),
  method("endsWith", "text, text -> flag", "Whether the first ends with the second."),
  method(
    "indexOf",
    "text, text -> number",
    "Where the second begins in the first; -1 where it does not.",
  ),
  method("charAt", "text, number -> text", "The character at a place; nothing at the end."),
  method("substring", "text, number -> text", "From a place to the end.", "rest"),
  method("substring", "text, number, number -> text", "From a place up to another."),
  method("lowerAscii", "text -> text", "With the letters A to Z small."),
  method("upperAscii", "text -> text", "With the letters a to z as capitals."),
  method(
    "replace",
    "text, text, text -> text",
    "With the second replaced by the third, wherever it stands.",
  ),
  callable("repeat", "text, number -> text", "The text so many times, without a break."),
  method("trim", "text -> text", "Without blanks at both ends."),
  method("split", "text, text -> list<text>", "The parts between the second."),
  method("join", "list<text>, text -> text", "The texts in one, with the second between them."),
  callable(
    "capitalised",
    "text, text -> text",
    "Each word with a capital first and small letters after it. A word begins after a blank, or after a character of the second text.",
  ),
  callable("string", "number -> text", "The number in digits.", "stringOf"),
  callable("string", "decimal -> text", "The number in digits.", "stringOf"),
  callable("string", "date -> text", "The date as 2000-02-29.", "stringOf"),
];
