/** The commands that are valid before a folder is selected (RFC 2060, 6.1 to 6.3). */

import type { Deed, Reply } from "../device.ts";
import {
  complete,
  data,
  end,
  refuse,
  say,
  type Call,
  type Imap4Answer,
  type Imap4State,
} from "./answer.ts";
import { needEnd, needList, needSpace, needString, needWord, BadCommand } from "./cursor.ts";
import { openFolder } from "./folder.ts";

export type Command = (call: Call) => Imap4Answer;
export type Commands = Readonly<Partial<Record<string, Command>>>;

/** Valid at any time. */
export const ANY_TIME: Commands = {
  CAPABILITY: (call) => complete(call, { first: [data("* CAPABILITY IMAP4rev1 NAMESPACE")] }),
  LOGOUT(call) {
    const state: Imap4State = { phase: "closed", folder: null, pending: null };
    const first = [say(call, "bye", "* BYE")];
    return end(call, "logout", "OK", { first, state, deeds: [{ type: "closed" }] });
  },
};

/** Valid before logging on. */
export const BEFORE_LOGIN: Commands = {
  LOGIN(call) {
    for (let i = 0; i < 2; i++) {
      needSpace(call.args);
      needString(call.args);
    }
    needEnd(call.args);
    return end(call, "login", "OK", { state: { ...call.state, phase: "open" } });
  },
  AUTHENTICATE: (call) => refuse(call, "notOffered"),
};

const notOffered: Command = (call) => refuse(call, "notOffered");

/** Valid after logging on, whether or not a folder is selected. */
export const AFTER_LOGIN: Commands = {
  NAMESPACE: (call) =>
    complete(call, { first: [say(call, "namespace", "* NAMESPACE NIL NIL NIL")] }),
  LIST: list,
  LSUB: list,
  STATUS: status,
  SELECT: (call) => select(call, false),
  EXAMINE: (call) => select(call, true),
  APPEND: notOffered,
  CREATE: notOffered,
  DELETE: notOffered,
  RENAME: notOffered,
  SUBSCRIBE: notOffered,
  UNSUBSCRIBE: notOffered,
};

/** The mailbox has one folder. An empty pattern asks for the hierarchy's delimiter. */
function list(call: Call): Imap4Answer {
  needSpace(call.args);
  const reference = needString(call.args);
  needSpace(call.args);
  const pattern = needString(call.args);
  needEnd(call.args);
  if (pattern === "")
    return complete(call, { first: [data(`* ${call.name} (\\Noselect) "/" ""`)] });
  const isNamed = matches(reference + pattern, "INBOX");
  return complete(call, { first: isNamed ? [data(`* ${call.name} () "/" "INBOX"`)] : [] });
}

/** Whether a pattern with `*` and `%` names this folder, which has no delimiter in its name. */
function matches(pattern: string, name: string): boolean {
  let places = new Set([0]);
  for (const char of pattern.toUpperCase()) {
    const next = new Set<number>();
    for (const place of places) {
      if (char === "*" || char === "%") for (let i = place; i <= name.length; i++) next.add(i);
      else if (char === name[place]) next.add(place + 1);
    }
    places = next;
  }
  return places.has(name.length);
}

function status(call: Call): Imap4Answer {
  needSpace(call.args);
  const name = needString(call.args);
  needSpace(call.args);
  const items = needList(call.args, needWord).map((item) => item.toUpperCase());
  needEnd(call.args);
  return (
    closedTo(call, name, false) ??
    complete(call, { first: [data(`* STATUS "INBOX" (${statusOf(call, items)})`)] })
  );
}

function statusOf(call: Call, items: readonly string[]): string {
  const { count, lastUid } = call.world.mailbox;
  const [validity = "1"] = /\d+/.exec(say(call, "uidValidity", "").text) ?? [];
  const values: Readonly<Partial<Record<string, number | string>>> = {
    MESSAGES: count,
    RECENT: 0,
    UIDNEXT: lastUid + 1,
    UIDVALIDITY: validity,
    UNSEEN: count,
  };
  return items
    .map((item) => {
      if (!Object.hasOwn(values, item)) throw new BadCommand();
      return `${item} ${values[item]}`;
    })
    .join(" ");
}

/** Answers in the order that Q189326 shows. A folder selected before is left, whatever comes of it. */
function select(call: Call, readOnly: boolean): Imap4Answer {
  needSpace(call.args);
  const name = needString(call.args);
  needEnd(call.args);
  const closed = closedTo(call, name, true);
  if (closed) return closed;
  const folder = openFolder(call.world.mailbox, readOnly);
  const first = [
    ...sizeOf(call.world.mailbox.count),
    say(call, "flags", "* FLAGS ()"),
    readOnly ? data("* OK [PERMANENTFLAGS ()] None") : say(call, "permanentFlags", "* OK Flags"),
    ...(call.world.mailbox.count > 0
      ? [say(call, "unseen", "* OK [UNSEEN {number}] First", 1)]
      : []),
    say(call, "uidValidity", "* OK [UIDVALIDITY 1] Valid"),
  ];
  const state: Imap4State = { ...call.state, folder };
  return readOnly
    ? end(call, "examined", "OK [READ-ONLY]", { first, state })
    : end(call, "selected", "OK [READ-WRITE]", { first, state });
}

export function sizeOf(count: number): Reply[] {
  return [data(`* ${count} EXISTS`), data("* 0 RECENT")];
}

/**
 * What a command that opens the folder is answered where it does not open. No article says at which command an IMAP4
 * client meets the limit: this is where the server opens the folder's table.
 */
function closedTo(call: Call, name: string, leaves: boolean): Imap4Answer | undefined {
  const state: Imap4State = leaves ? { ...call.state, folder: null } : call.state;
  if (name.toUpperCase() !== "INBOX") return end(call, "noFolder", "NO", { state });
  if (call.world.access === "granted") return undefined;
  if (call.world.access === "refused") {
    const deeds: Deed[] = [{ type: "logonRefused" }];
    return end(call, "refused", "NO", { state, deeds });
  }
  return { state: { ...state, phase: "hung" }, replies: [], deeds: [{ type: "hangs" }] };
}
