import type { Answer, Deed, Device, Mailbox, Message, Reply, Rows, World } from "./device.ts";
import { idsIn } from "./mailbox.ts";
import { joined, rows } from "./replies.ts";
import { intersect, idsOf, subtract, unite, viewOf, type Ranges } from "./uids.ts";
import type { Utterances } from "./utterance.ts";

/** What a POP3 server says, apart from data. */
export const POP3_UTTERANCES: Utterances = {
  greeting: {
    meaning: "on connecting",
    begins: "+OK",
    text: "+OK POP3 server ready",
  },
  user: { meaning: "to user", begins: "+OK", text: "+OK" },
  loggedOn: { meaning: "to pass, when the mailbox opens", begins: "+OK", text: "+OK Logged on" },
  refused: {
    meaning: "to pass, when the mailbox does not open",
    begins: "-ERR",
    text: "-ERR Mailbox cannot be opened",
  },
  ok: {
    meaning:
      "to a command that succeeds: auth, dele, rset, noop, and before each listing and message",
    begins: "+OK",
    text: "+OK",
  },
  signingOff: { meaning: "to quit", begins: "+OK", text: "+OK POP3 server signing off" },
  unknown: {
    meaning: "to a command, or a way of authentication, that the server does not have",
    begins: "-ERR",
    text: "-ERR Command is not recognized",
  },
  notNow: {
    meaning: "to a command given before or after its time",
    begins: "-ERR",
    text: "-ERR Command is not valid in this state",
  },
  badArgument: {
    meaning: "to a command without the argument that it needs",
    begins: "-ERR",
    text: "-ERR Argument is missing or invalid",
  },
  noMessage: {
    meaning: "to the number of a message that is not there",
    begins: "-ERR",
    text: "-ERR No such message",
  },
};

/**
 * A session (RFC 1939). `start`: nobody is named; `named`: `user` was given; `open`: the maildrop is open; `hung`: the
 * server never answers again; `closed`. User and password are accepted whatever they are, and not kept.
 */
export type Pop3State = {
  phase: "start" | "named" | "open" | "hung" | "closed";
  /** The messages that the maildrop held when it was opened; they keep their numbers until `quit`. */
  held: Ranges;
  /** Those of them that `dele` marked. */
  marked: Ranges;
};

type Pop3Answer = Answer<Pop3State>;
type Command = (state: Pop3State, argument: string, world: World) => Pop3Answer;

export const pop3: Device<Pop3State> = {
  name: "pop3",

  connect: (world) => say({ phase: "start", held: [], marked: [] }, world, "+OK", "greeting"),

  receive(state, line, world) {
    if (state.phase === "hung" || state.phase === "closed") return answer(state, []);
    const [here, elsewhere] = state.phase === "open" ? [AFTER, BEFORE] : [BEFORE, AFTER];
    const trimmed = line.trim();
    const [name = ""] = trimmed.split(/\s/, 1);
    const word = name.toLowerCase();
    const command = own(here, word);
    if (command === undefined)
      return refuse(state, world, own(elsewhere, word) === undefined ? "unknown" : "notNow");
    return command(state, trimmed.slice(name.length).trim(), world);
  },
};

/** Commands of the authorization state. There is no APOP, CAPA or STLS in Exchange 5.5 (Q322825). */
const BEFORE: Readonly<Record<string, Command>> = {
  user: (state, name, world) =>
    name === ""
      ? refuse(state, world, "badArgument")
      : say({ ...state, phase: "named" }, world, "+OK", "user"),

  pass(state, _password, world) {
    if (state.phase !== "named") return refuse(state, world, "notNow");
    if (world.access === "silent")
      return answer({ ...state, phase: "hung" }, [], [{ type: "hangs" }]);
    const closed: Pop3State = { ...state, phase: "start" };
    if (world.access === "refused")
      return refuse(closed, world, "refused", [{ type: "logonRefused" }]);
    const open: Pop3State = { phase: "open", held: idsIn(world.mailbox), marked: [] };
    return say(open, world, "+OK", "loggedOn");
  },

  /** Without an argument it asks which mechanisms there are (RFC 1734's usual extension): none. */
  auth: (state, mechanism, world) =>
    mechanism === "" ? list(state, world, () => []) : refuse(state, world, "unknown"),

  quit: (state, _argument, world) =>
    say({ ...state, phase: "closed" }, world, "+OK", "signingOff", [{ type: "closed" }]),
};

/** Commands of the transaction state. */
const AFTER: Readonly<Record<string, Command>> = {
  stat(state, _argument, world) {
    const uids = visibleIn(state, world.mailbox);
    return answer(state, [data(`+OK ${viewOf(uids).count} ${world.mailbox.octets(uids)}`)]);
  },

  list: scan(({ number, message }) => `${number} ${message.size}`),
  uidl: scan(({ number, message }) => `${number} ${message.uid}`),

  retr: withMessage((state, { message }, world) =>
    list(state, world, () => stuffed(message, Infinity)),
  ),

  top(state, argument, world) {
    const [number = "", lines = ""] = argument.split(/\s+/);
    if (!/^\d+$/.test(lines)) return refuse(state, world, "badArgument");
    const start = withMessage((_state, { message }) =>
      list(state, world, () => stuffed(message, Number(lines))),
    );
    return start(state, number, world);
  },

  dele: withMessage((state, { message: { uid } }, world) =>
    say({ ...state, marked: unite(state.marked, [[uid, uid]]) }, world, "+OK", "ok"),
  ),

  rset: (state, _argument, world) => say({ ...state, marked: [] }, world, "+OK", "ok"),
  noop: (state, _argument, world) => say(state, world, "+OK", "ok"),

  quit(state, _argument, world) {
    const uids = [...idsOf(intersect(state.marked, idsIn(world.mailbox)))];
    const deeds: Deed[] = uids.length > 0 ? [{ type: "messagesDeleted", uids }] : [];
    const closed: Pop3State = { phase: "closed", held: [], marked: [] };
    return say(closed, world, "+OK", "signingOff", [...deeds, { type: "closed" }]);
  },
};

interface Numbered {
  readonly number: number;
  readonly message: Message;
}

/** LIST and UIDL: a line for the message that is named, or for each. */
function scan(line: (found: Numbered) => string): Command {
  const one = withMessage((state, found) => answer(state, [data(`+OK ${line(found)}`)]));
  return (state, argument, world) =>
    argument === ""
      ? multiLine(state, world, scanned(state, world, line))
      : one(state, argument, world);
}

/** The newest is number 1, so rows go from the highest id to the lowest. */
function scanned(state: Pop3State, { mailbox }: World, line: (found: Numbered) => string): Rows {
  const [held, present] = [viewOf(state.held), viewOf(idsIn(mailbox))];
  const visible = viewOf(visibleIn(state, mailbox));
  return rows(visible.count, (index) => {
    const uid = visible.at(visible.count - 1 - index) as number;
    const message = mailbox.messageAt(present.indexOf(uid));
    return data(line({ number: held.count - held.indexOf(uid), message }));
  });
}

/** The session's messages without those that are marked or that someone else has deleted since. */
function visibleIn({ held, marked }: Pop3State, mailbox: Mailbox): Ranges {
  return intersect(subtract(held, marked), idsIn(mailbox));
}

/** A command on the one message whose number is its argument. */
function withMessage(
  run: (state: Pop3State, found: Numbered, world: World) => Pop3Answer,
): Command {
  return (state, argument, world) => {
    if (!/^\d+$/.test(argument)) return refuse(state, world, "badArgument");
    const number = Number(argument);
    const [found] = messagesOf(state, world.mailbox, number, number);
    return found === undefined ? refuse(state, world, "noMessage") : run(state, found, world);
  };
}

/**
 * The session's messages by number, without those that are marked or that someone else has deleted since. The newest
 * is number 1: "the download order for messages is reversed and changed from new to old" (Q215554).
 */
function* messagesOf(
  state: Pop3State,
  mailbox: Mailbox,
  first = 1,
  last = Infinity,
): Generator<Numbered> {
  const held = viewOf(state.held);
  const present = viewOf(idsIn(mailbox));
  const visible = viewOf(subtract(state.held, state.marked));
  for (let number = Math.max(first, 1); number <= Math.min(last, held.count); number++) {
    const uid = held.at(held.count - number) as number;
    const index = visible.indexOf(uid) < 0 ? -1 : present.indexOf(uid);
    if (index >= 0) yield { number, message: mailbox.messageAt(index) };
  }
}

/** Header, blank line and the first `count` lines of the body. */
function* stuffed(message: Message, count: number): Generator<string> {
  const body = message.body.split("\r\n").slice(0, -1).slice(0, count);
  for (const line of [...message.header.split("\r\n"), "", ...body])
    yield line.startsWith(".") ? `.${line}` : line;
}

/** A multi-line response (RFC 1939, 3), to be read any number of times; `lines` are byte-stuffed already. */
function list(state: Pop3State, world: World, lines: () => Iterable<string>): Pop3Answer {
  return multiLine(state, world, {
    *[Symbol.iterator]() {
      for (const line of lines()) yield data(line);
    },
  });
}

function multiLine(state: Pop3State, world: World, replies: Iterable<Reply>): Pop3Answer {
  return answer(state, joined([said(world, "+OK", "ok")], replies, [{ text: ".", key: "end" }]));
}

function own(commands: Readonly<Record<string, Command>>, word: string): Command | undefined {
  return Object.hasOwn(commands, word) ? commands[word] : undefined;
}

function refuse(state: Pop3State, world: World, key: string, deeds: Deed[] = []): Pop3Answer {
  return say(state, world, "-ERR", key, deeds);
}

function say(
  state: Pop3State,
  world: World,
  status: string,
  key: string,
  deeds: Deed[] = [],
): Pop3Answer {
  return answer(state, [said(world, status, key)], deeds);
}

function said(world: World, status: string, key: string): Reply {
  return { text: world.says[key] ?? status, key };
}

function data(text: string): Reply {
  return { text, key: "data" };
}

function answer(state: Pop3State, replies: Iterable<Reply>, deeds: Deed[] = []): Pop3Answer {
  return { state, replies, deeds };
}
