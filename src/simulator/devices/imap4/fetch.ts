/** FETCH's data items (RFC 2060, 6.4.5): reads them from the command, and makes of each message what they ask for. */

import type { Message } from "../device.ts";
import { BadCommand, need, needList, needString, take, type Cursor } from "./cursor.ts";
import { flagList, type Seen } from "./folder.ts";
import { envelope, internalDate, someFields, structure } from "./header.ts";

export interface Item {
  /** How the response names it: `BODY[TEXT]<0>`. */
  readonly label: string;
  /** Whether fetching it sets `\Seen`. */
  readonly reads: boolean;
  readonly value: (seen: Seen) => string;
  /** Whether its value may have line ends in it. */
  readonly isLiteral: boolean;
}

const headerOf = ({ header }: Message) => `${header}\r\n\r\n`;
const bodyOf = ({ body }: Message) => body;
const wholeOf = (message: Message) => headerOf(message) + message.body;

const literal = (text: string) => `{${text.length}}\r\n${text}`;

const item = (
  label: string,
  value: (seen: Seen) => string,
  reads = false,
  isLiteral = false,
): Item => ({ label, reads, value, isLiteral });
const textItem = (label: string, textOf: (message: Message) => string, reads: boolean) =>
  item(label, ({ message }) => literal(textOf(message)), reads, true);

export const UID = item("UID", ({ message }) => String(message.uid));
export const FLAG_ITEM = item("FLAGS", flagList);

const PLAIN = [
  UID,
  FLAG_ITEM,
  item("INTERNALDATE", ({ message }) => internalDate(message)),
  item("RFC822.SIZE", ({ message }) => String(message.size)),
  item("ENVELOPE", ({ message }) => envelope(message)),
  item("BODY", ({ message }) => structure(message, false)),
  item("BODYSTRUCTURE", ({ message }) => structure(message, true)),
  textItem("RFC822", wholeOf, true),
  textItem("RFC822.HEADER", headerOf, false),
  textItem("RFC822.TEXT", bodyOf, true),
];

const FAST = ["FLAGS", "INTERNALDATE", "RFC822.SIZE"];
const MACROS: Readonly<Record<string, readonly string[]>> = {
  FAST,
  ALL: [...FAST, "ENVELOPE"],
  FULL: [...FAST, "ENVELOPE", "BODY"],
};

/** One item, a macro, or a list of items. */
export function needItems(cursor: Cursor): Item[] {
  if (cursor.text[cursor.at] === "(") return needList(cursor, needItem);
  const macro = take(cursor, /(?:fast|all|full)$/iy);
  if (macro === undefined) return [needItem(cursor)];
  return (MACROS[macro.toUpperCase()] as string[]).map(plainItem);
}

function needItem(cursor: Cursor): Item {
  const body = take(cursor, /body(?:\.peek)?\[/iy);
  if (body === undefined) return plainItem(need(cursor, /[a-z0-9.]+/iy).toUpperCase());
  const section = needSection(cursor);
  need(cursor, /\]/y);
  const [, from, length] = /<(\d+)\.(\d+)>/.exec(take(cursor, /<\d{1,10}\.\d{1,10}>/y) ?? "") ?? [];
  const reads = !/peek/i.test(body);
  const label = `BODY[${section.label}]`;
  if (section.textOf === null) return item(label, () => "NIL");
  const { textOf } = section;
  if (from === undefined) return textItem(label, textOf, reads);
  const start = Number(from);
  const part = (message: Message) => textOf(message).slice(start, start + Number(length));
  return textItem(`${label}<${start}>`, part, reads);
}

function plainItem(label: string): Item {
  const found = PLAIN.find((plain) => plain.label === label);
  if (found === undefined) throw new BadCommand();
  return found;
}

interface Section {
  readonly label: string;
  /** Null where the message has no such part: it has but one, of text. */
  readonly textOf: ((message: Message) => string) | null;
}

function needSection(cursor: Cursor): Section {
  const label = (take(cursor, /[a-z0-9.]+/iy) ?? "").toUpperCase();
  if (/^HEADER\.FIELDS(\.NOT)?$/.test(label)) return needFields(cursor, label);
  switch (label) {
    case "":
      return { label, textOf: wholeOf };
    case "HEADER":
      return { label, textOf: headerOf };
    case "TEXT":
    case "1":
      return { label, textOf: bodyOf };
  }
  if (!/^\d+(\.|$)/.test(label)) throw new BadCommand();
  return { label, textOf: null };
}

/** `HEADER.FIELDS (DATE FROM)` */
function needFields(cursor: Cursor, label: string): Section {
  need(cursor, / /y);
  const names = needList(cursor, needFieldName);
  const wanted = names.map((name) => name.toLowerCase());
  const textOf = ({ header }: Message) => someFields(header, wanted, label === "HEADER.FIELDS");
  return { label: `${label} (${names.join(" ")})`, textOf };
}

function needFieldName(cursor: Cursor): string {
  const name = take(cursor, /[!#-'*-[^-z|-~]+/y) ?? needString(cursor);
  if (!/^[!#-'*+\-./0-9;-Z^-z|~]+$/.test(name)) throw new BadCommand();
  return name;
}

/** One message's response, with line ends inside it. */
export function fetched(seen: Seen, items: readonly Item[]): string {
  const values = items.map(({ label, value }) => `${label} ${value(seen)}`);
  return `* ${seen.number} FETCH (${values.join(" ")})`;
}
