/**
 * An SMTP server as a pure state machine (RFC 821; 4.1.1 the commands, 4.1.4 their order, 4.5.2 transparency). It takes
 * messages for `example.com`, and for other domains where the scenario says that it relays. It keeps no message.
 */

import type { Answer, Deed, Device, World } from "./device.ts";
import type { Utterances } from "./utterance.ts";

export const SMTP_UTTERANCES: Utterances = {
  greeting: { meaning: "on connecting", begins: "220", text: "220 SMTP server ready" },
  hello: { meaning: "to helo and ehlo", begins: "250", text: "250 Hello" },
  sender: { meaning: "to mail from", begins: "250", text: "250 Sender OK" },
  recipient: { meaning: "to rcpt to", begins: "250", text: "250 Recipient OK" },
  relayRefused: {
    meaning: "to rcpt to, for a domain that is not the server's own",
    begins: "550",
    text: "550 Relaying is not allowed",
  },
  startData: {
    meaning: "to data",
    begins: "354",
    text: "354 Start mail input; end with <CRLF>.<CRLF>",
  },
  accepted: {
    meaning: "after the line that ends a message",
    begins: "250",
    text: "250 Message accepted",
  },
  ok: { meaning: "to rset and noop", begins: "250", text: "250 OK" },
  bye: { meaning: "to quit", begins: "221", text: "221 Closing connection" },
  notNow: {
    meaning: "to a command given before its time",
    begins: "503",
    text: "503 Bad sequence of commands",
  },
  badArgument: {
    meaning: "to a command without the argument that it needs",
    begins: "501",
    text: "501 Syntax error in parameters",
  },
  unknown: {
    meaning: "to a command that the server does not have",
    begins: "500",
    text: "500 Command unrecognized",
  },
};

/** What a scenario may tell the server. */
export const SMTP_GIVEN = {
  relays: {
    type: "flag",
    otherwise: false,
    meaning: "whether it takes messages for other domains",
  },
} as const;

type SmtpState = {
  phase: "start" | "ready" | "mail" | "recipient" | "data" | "closed";
};
type SmtpAnswer = Answer<SmtpState>;
type Command = (state: SmtpState, argument: string, world: World) => SmtpAnswer;

export const smtp: Device<SmtpState> = {
  name: "smtp",
  connect: (world) => say({ phase: "start" }, world, "greeting"),
  receive(state, line, world) {
    if (state.phase === "closed") return { state, replies: [], deeds: [] };
    if (state.phase === "data") return takeLine(state, line, world);
    const [, word = "", argument = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
    const name = word.toLowerCase();
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    return command ? command(state, argument, world) : say(state, world, "unknown");
  },
};

const COMMANDS: Readonly<Record<string, Command>> = {
  helo: hello,
  ehlo: hello,
  mail(state, argument, world) {
    if (state.phase !== "ready") return say(state, world, "notNow");
    if (address(argument, "from") === undefined) return say(state, world, "badArgument");
    return say({ phase: "mail" }, world, "sender");
  },
  rcpt(state, argument, world) {
    if (state.phase !== "mail" && state.phase !== "recipient") return say(state, world, "notNow");
    const to = address(argument, "to");
    if (to === undefined) return say(state, world, "badArgument");
    const isOwn = /@(.+\.)?example\.com$/i.test(to) || !to.includes("@");
    if (isOwn || world.given?.["relays"] === true)
      return say({ phase: "recipient" }, world, "recipient");
    return say(state, world, "relayRefused", [{ type: "recipientRefused" }]);
  },
  data: (state, _argument, world) =>
    state.phase === "recipient"
      ? say({ phase: "data" }, world, "startData")
      : say(state, world, "notNow"),
  rset: (state, _argument, world) =>
    say({ phase: state.phase === "start" ? "start" : "ready" }, world, "ok"),
  noop: (state, _argument, world) => say(state, world, "ok"),
  quit: (_state, _argument, world) => say({ phase: "closed" }, world, "bye", [{ type: "closed" }]),
};

function hello(_state: SmtpState, argument: string, world: World): SmtpAnswer {
  return argument === ""
    ? say({ phase: "start" }, world, "badArgument")
    : say({ phase: "ready" }, world, "hello");
}

/** `from:<me@example.com>`, with or without its brackets. */
function address(argument: string, key: "from" | "to"): string | undefined {
  const [, bracketed, bare] =
    new RegExp(`^${key}:\\s*(?:<([^<>]*)>|([^\\s<>]+))`, "i").exec(argument) ?? [];
  return bracketed ?? bare;
}

/** A line of the message; a point alone ends it. */
function takeLine(state: SmtpState, line: string, world: World): SmtpAnswer {
  if (line !== ".") return { state, replies: [], deeds: [] };
  return say({ phase: "ready" }, world, "accepted", [{ type: "messageAccepted" }]);
}

function say(state: SmtpState, world: World, key: string, deeds: Deed[] = []): SmtpAnswer {
  const text = world.says[key] ?? SMTP_UTTERANCES[key]?.begins ?? "";
  return { state, replies: [{ text, key }], deeds };
}
