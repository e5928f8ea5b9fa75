import type { Message } from "./device.ts";

/**
 * Messages made from their unique id alone, as a machine would send them that reports each of its runs. A few shapes
 * of different length take turns; one has lines that begin with a dot, which POP3 must stuff (RFC 1939, 3).
 */

const HEADER = [
  "Date: <date>",
  "From: Night run <runs@example.com>",
  "To: Operations <mailbox@example.com>",
  "Subject: Report <uid>",
  "Message-ID: <<uid>@example.com>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=us-ascii",
].join("\r\n");

const BODIES = [
  "Run <uid> is finished.\r\n",
  "Run <uid> is finished.\r\n\r\nNothing was left over.\r\n",
  "Run <uid> is finished. Skipped:\r\n.profile\r\n..\r\n.\r\nEnd of report <uid>.\r\n",
];

/** The first message's date: a Wednesday in UTC. Each further message comes a minute later. */
const FIRST_DATE = Date.UTC(2002, 4, 1);
const MINUTE = 60_000;

/** Length of a filled date, `Wed, 01 May 2002 00:00:00 +0000`: the same for every id. */
const DATE_LENGTH = 31;

/** For each shape: octets that do not depend on the id, and how often the id stands in it. */
const SHAPES = BODIES.map((body) => {
  const text = `${HEADER}\r\n\r\n${body}`;
  const holes = text.split("<uid>").length - 1;
  return { body, holes, fixed: text.length - 5 * holes - "<date>".length + DATE_LENGTH };
});

/** The message with this unique id (a whole number from 1). Its text is made when it is read, its size is reckoned. */
export function makeMessage(uid: number): Message {
  return new MadeMessage(uid);
}

/** A class, because a listing makes 65,535 of them: accessors of an object literal would be made anew for each. */
class MadeMessage implements Message {
  readonly uid: number;

  constructor(uid: number) {
    this.uid = uid;
  }

  get header(): string {
    return HEADER.replace("<date>", dateOf(this.uid)).replaceAll("<uid>", String(this.uid));
  }

  get body(): string {
    return shapeOf(this.uid).body.replaceAll("<uid>", String(this.uid));
  }

  get size(): number {
    const { fixed, holes } = shapeOf(this.uid);
    return fixed + holes * String(this.uid).length;
  }
}

/** Octets of all messages from one unique id to another, both included: reckoned, not read. */
export function octetsBetween(first: number, last: number): number {
  let sum = 0;
  for (let digits = 1; 10 ** (digits - 1) <= last; digits++) {
    const from = Math.max(first, 10 ** (digits - 1));
    const to = Math.min(last, 10 ** digits - 1);
    SHAPES.forEach(({ fixed, holes }, shape) => {
      sum += howMany(from, to, shape) * (fixed + holes * digits);
    });
  }
  return sum;
}

/** How many ids of the shape there are between the two. */
function howMany(from: number, to: number, shape: number): number {
  const upTo = (id: number) => Math.floor((id - shape) / SHAPES.length);
  return Math.max(0, upTo(to) - upTo(from - 1));
}

function shapeOf(uid: number): (typeof SHAPES)[number] {
  return SHAPES[uid % SHAPES.length] as (typeof SHAPES)[number];
}

function dateOf(uid: number): string {
  return new Date(FIRST_DATE + (uid - 1) * MINUTE).toUTCString().replace("GMT", "+0000");
}
