/** A session's state, and the few ways in which a command is answered. */

import type { Answer, Deed, Reply, World } from "../device.ts";
import { joined } from "../replies.ts";
import type { Cursor } from "./cursor.ts";
import type { Folder } from "./folder.ts";
import type { Pending } from "./literal.ts";

/**
 * A session (RFC 2060, 3). `start`: not authenticated; `open`: authenticated, and selected where there is a folder;
 * `hung`: the server never answers again; `closed`. User and password are accepted whatever they are, and not kept.
 */
export type Imap4State = {
  phase: "start" | "open" | "hung" | "closed";
  folder: Folder | null;
  pending: Pending | null;
};

export type Imap4Answer = Answer<Imap4State>;

/** A command that has come in whole. */
export interface Call {
  readonly tag: string;
  /** In capitals; `UID FETCH` is `FETCH` with `byUid`. */
  readonly name: string;
  readonly byUid: boolean;
  /** Stands after the name, before the space. */
  readonly args: Cursor;
  readonly state: Imap4State;
  readonly world: World;
}

/** What comes before the last line, the state after it, and what was done. */
export interface Outcome {
  readonly first?: Iterable<Reply>;
  readonly state?: Imap4State;
  readonly deeds?: readonly Deed[];
}

/** Answers with the utterance `key`, which ends the command. */
export function end(call: Call, key: string, status: string, outcome: Outcome = {}): Imap4Answer {
  const { first = [], state = call.state, deeds = [] } = outcome;
  const last = say(call, key, `${call.tag} ${status}`);
  return { state, replies: joined(first, [last]), deeds };
}

/** Ends a command that succeeded. */
export function complete(call: Call, outcome: Outcome = {}): Imap4Answer {
  return end(call, "completed", "OK", outcome);
}

export const refuse = (call: Call, key: "noFolder" | "notOffered") => end(call, key, "NO");
export const reject = (call: Call, key: "bad" | "notNow") => end(call, key, "BAD");

/** An utterance, filled in; where the scenario has none, `otherwise`. */
export function say(call: Call, key: string, otherwise: string, number = 0): Reply {
  const filled: Readonly<Record<string, string>> = {
    "{tag}": call.tag,
    "{command}": call.name,
    "{number}": String(number),
  };
  const text = call.world.says[key] ?? otherwise;
  return { text: text.replace(/\{\w+\}/g, (name) => filled[name] ?? name), key };
}

export function data(text: string): Reply {
  return { text, key: "data" };
}

/** Responses as lines, made when they are read and as often as they are read. Literals may have line ends in them. */
export function lines(responses: () => Iterable<string>): Iterable<Reply> {
  return {
    *[Symbol.iterator]() {
      for (const response of responses())
        for (const line of response.split("\r\n")) yield data(line);
    },
  };
}
