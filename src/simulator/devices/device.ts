/**
 * What every device is: a part of the simulated system with a protocol of its own, as a pure state machine. Lines go
 * in, replies come out; the state is plain JSON. The kernel drives it on the page and in the terminal, the listener
 * behind real sockets.
 */

import type { Ranges } from "./uids.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The mailbox that a mail device serves: a row of messages, made when asked for. */
export interface Mailbox {
  /** How many messages it holds. */
  readonly count: number;
  /** Messages delivered ever, deleted ones included: the highest message's unique id. */
  readonly lastUid: number;
  /** The message at `index` (0 is the oldest). The same arguments give the same message. */
  messageAt(index: number): Message;
  /** Octets of the messages with these unique ids together. */
  octets(uids: Ranges): number;
}

export interface Message {
  /** Unique id, from 1, never reused. */
  readonly uid: number;
  /** RFC 822 header, lines joined by CRLF, without the blank line after it. ASCII. */
  readonly header: string;
  /** RFC 822 body, lines ended by CRLF. ASCII. */
  readonly body: string;
  /** Octets of header, blank line and body. */
  readonly size: number;
}

/** What a device sees of the world around it. Given at every call, never kept. */
export interface World {
  readonly mailbox: Mailbox;
  /** What the server does with a client that opens this mailbox. `refused`: answers with an error. `silent`: never answers. */
  readonly access: "granted" | "refused" | "silent";
  /** The device's utterances by key, such as `greeting` or `refused`, as the scenario words them. */
  readonly says: Readonly<Record<string, string>>;
  /** What the scenario tells the device, by the names that it declares: `relays`. */
  readonly given?: Readonly<Record<string, string | number | boolean>>;
}

/** One line that a device sends. */
export interface Reply {
  /** The line, without its line end. */
  readonly text: string;
  /** Which utterance it is made of, so that its provenance can be told: a key of `World.says`, or the
   * protocol's own: `data`, of which long rows are shown in part, or `end`, what closes them. */
  readonly key: string;
}

/** Rows of data, of which any can be made without those before it. */
export interface Rows extends Iterable<Reply> {
  readonly count: number;
  at(index: number): Reply;
}

/** What a device did besides speaking; the kernel and the listener apply it to the world. */
export type Deed =
  | { readonly type: "logonRefused" }
  | { readonly type: "recipientRefused" }
  | { readonly type: "messageAccepted" }
  | { readonly type: "messagesDeleted"; readonly uids: readonly number[] }
  | { readonly type: "hangs" }
  | { readonly type: "closed" };

export interface Answer<State extends Json> {
  readonly state: State;
  /** Lazy: a LIST of 65,535 lines costs nothing until it is read; `replies.ts` reads only some of its rows. */
  readonly replies: Iterable<Reply>;
  readonly deeds: readonly Deed[];
}

export interface Device<State extends Json> {
  /** Name in scenarios and on the command line: `pop3`, `imap4`. */
  readonly name: string;
  /** A client connects. */
  connect(world: World): Answer<State>;
  /** A client sends one line (without its line end). Never throws, whatever the line. */
  receive(state: State, line: string, world: World): Answer<State>;
}
