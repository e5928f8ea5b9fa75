/** The selected folder of a session, and how a command looks into it. */

import type { Mailbox, Message } from "../device.ts";
import { idsIn } from "../mailbox.ts";
import { idsOf, intersect, subtract, unite, viewOf, type Ranges, type View } from "../uids.ts";

/** System flags (RFC 2060, 2.3.2). `\Recent` is left out: no message is recent here. */
export const FLAGS = ["\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft"] as const;
export type Flag = (typeof FLAGS)[number];

/** The folder as the client was told of it: sequence numbers follow from `uids`, oldest first. */
export type Folder = {
  uids: Ranges;
  readOnly: boolean;
  /** The messages that carry each flag. Flags last as long as the session: the mailbox knows none. */
  flags: Record<Flag, Ranges>;
};

export function openFolder(mailbox: Mailbox, readOnly: boolean): Folder {
  const flags = { "\\Seen": [], "\\Answered": [], "\\Flagged": [], "\\Deleted": [], "\\Draft": [] };
  return { uids: idsIn(mailbox), readOnly, flags };
}

/** One command's view of the folder. */
export interface Reading {
  /** The folder's ids; a message's sequence number is its place here, plus one. */
  readonly ids: View;
  /** The folder's ids that are still in the mailbox. */
  readonly present: Ranges;
  /** The message with one of these ids, with its sequence number. */
  readonly seen: (uid: number) => Seen;
  /** The messages of these ids that are still in the mailbox, with their sequence numbers. */
  messages(uids: Ranges): Generator<Seen>;
}

export interface Seen {
  readonly number: number;
  readonly message: Message;
  readonly has: (flag: Flag) => boolean;
}

export function readFolder(folder: Folder, mailbox: Mailbox): Reading {
  const ids = viewOf(folder.uids);
  const inMailbox = idsIn(mailbox);
  const indices = viewOf(inMailbox);
  const present = intersect(folder.uids, inMailbox);
  const flagged = Object.fromEntries(
    FLAGS.map((flag) => [flag, viewOf(folder.flags[flag])]),
  ) as Record<Flag, View>;
  const seen = (uid: number): Seen => ({
    number: ids.indexOf(uid) + 1,
    message: mailbox.messageAt(indices.indexOf(uid)),
    has: (flag) => flagged[flag].indexOf(uid) >= 0,
  });
  return {
    ids,
    present,
    seen,
    *messages(uids) {
      for (const uid of idsOf(intersect(uids, present))) yield seen(uid);
    },
  };
}

/** `(\Seen \Deleted)`. */
export function flagList({ has }: Seen): string {
  return `(${FLAGS.filter(has).join(" ")})`;
}

/** The folder after each flag's set of messages went through `change`. */
export function withFlags(folder: Folder, change: (marked: Ranges, flag: Flag) => Ranges): Folder {
  const changed = FLAGS.map((flag) => [flag, change(folder.flags[flag], flag)]);
  return { ...folder, flags: Object.fromEntries(changed) as Record<Flag, Ranges> };
}

/** The folder without these messages. */
export function without(folder: Folder, gone: Ranges): Folder {
  const rest = withFlags(folder, (marked) => subtract(marked, gone));
  return { ...rest, uids: subtract(folder.uids, gone) };
}

/** The folder with these messages, which arrived since. */
export function withNew(folder: Folder, fresh: Ranges): Folder {
  return { ...folder, uids: unite(folder.uids, fresh) };
}

/** `* n EXPUNGE` for each, the highest number first, so that no number moves before its turn. */
export function* expunged(folder: Folder, gone: Ranges): Generator<string> {
  const ids = viewOf(folder.uids);
  const leaving = viewOf(gone);
  for (let i = leaving.count - 1; i >= 0; i--)
    yield `* ${ids.indexOf(leaving.at(i) as number) + 1} EXPUNGE`;
}
