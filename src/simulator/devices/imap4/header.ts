/** What IMAP4 tells of a message's header (RFC 2060, 7.4.2). */

import type { Message } from "../device.ts";

/** A header's fields in order, unfolded: lower-case name and value. */
export function fieldsOf(header: string): (readonly [name: string, value: string])[] {
  return unfold(header).map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
}

/** The fields that are among `names` (lower case), or those that are not, as they stand, with the blank line. */
export function someFields(header: string, names: readonly string[], among: boolean): string {
  const lines = header.split(/\r\n(?![ \t])/);
  const nameOf = (line: string) => line.slice(0, line.indexOf(":")).trim().toLowerCase();
  return [...lines.filter((line) => names.includes(nameOf(line)) === among), "", ""].join("\r\n");
}

function unfold(header: string): string[] {
  return header.replace(/\r\n(?=[ \t])/g, "").split("\r\n");
}

/** `"01-May-2002 00:00:00 +0000"`: messages arrive when they are dated. */
export function internalDate({ header }: Message): string {
  const [, day = "1", month = "Jan", year = "1970", time = "00:00:00 +0000"] =
    /^date:.*?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d:\d\d:\d\d [-+]\d{4})/im.exec(header) ?? [];
  return `"${day.padStart(2)}-${month}-${year} ${time}"`;
}

/** The day in `1-May-2002`, `"01-May-2002 …"` or `01 May 2002`, as days since 1970; not a number where there is none. */
export function dayOf(text: string): number {
  const [, day, month, year] = /^\W*(\d{1,2})[- ]([a-z]{3})[- ](\d{4})/i.exec(text) ?? [];
  return Date.parse(`${day} ${month} ${year} UTC`) / 86_400_000;
}

export function envelope({ header }: Message): string {
  const fields = new Map(fieldsOf(header));
  const text = (name: string) => nstring(fields.get(name));
  const people = (name: string) => addresses(fields.get(name));
  const from = people("from");
  const or = (name: string) => (fields.has(name) ? people(name) : from);
  const names = [from, or("sender"), or("reply-to"), people("to"), people("cc"), people("bcc")];
  return `(${[text("date"), text("subject"), ...names, text("in-reply-to"), text("message-id")].join(" ")})`;
}

/** `Name <box@host>, box@host`. Groups and comments are beyond it. */
function addresses(field: string | undefined): string {
  const found = Array.from(
    (field ?? "").matchAll(/\s*(?:"?([^"<>,]*?)"?\s*<)?([^\s<>@,]+)@([^\s<>@,]+)>?/g),
    ([, name, box, host]) =>
      `(${nstring(name === "" ? undefined : name)} NIL ${nstring(box)} ${nstring(host)})`,
  );
  return found.length > 0 ? `(${found.join("")})` : "NIL";
}

/** One part of text: BODY, and with the extension data BODYSTRUCTURE. */
export function structure({ body }: Message, extended: boolean): string {
  const lines = body.split("\r\n").length - 1;
  const basic = `"TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" ${body.length} ${lines}`;
  return extended ? `(${basic} NIL NIL NIL)` : `(${basic})`;
}

function nstring(text: string | undefined): string {
  return text === undefined ? "NIL" : `"${text.replace(/["\\]/g, "\\$&")}"`;
}
