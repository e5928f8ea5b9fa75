/** Sessions: drives a device with the lines that a client sends, and turns what it does into effects. */

import type { Answer, Deed, Json } from "./devices/device.ts";
import type { TrapKind } from "./devices/library.ts";
import { rangesOfIds, unite } from "./devices/uids.ts";
import { assign, choose, mailboxOf, scopeOf, type Turn } from "./turn.ts";
import type { Script, Session, Words } from "./types.ts";
import { replyEffects, wordsOf, worldOf } from "./world.ts";

/** What came of a line or of a whole script, where a scenario has rules for it. */
export type Happening =
  "logonRefused" | "recipientRefused" | "messageAccepted" | "hangs" | "completed" | TrapKind;

/** How a session goes on after a line. */
type Course = "open" | "closed" | "logonRefused" | "recipientRefused" | "hangs";

/** The article's session, from the first line to the last, or to the line after which there is no going on. */
export function converse(turn: Turn): Happening | undefined {
  const script = scriptOf(turn);
  if (script === undefined) return sayOtherwise(turn);
  let course = connect(turn, script);
  for (const line of script.lines) {
    if (course !== "open") break;
    if (choose([line], scopeOf(turn)) === undefined) continue;
    course = send(turn, wordsOf(turn, deviceOf(turn), line));
  }
  return course === "open" || course === "closed" ? "completed" : course;
}

/** One line that the reader typed. Without an open session it connects first; so does the script's own first word. */
export function typeLine(turn: Turn, text: string): Happening | undefined {
  const script = scriptOf(turn);
  if (script === undefined) return sayOtherwise(turn);
  const connects = firstWord(text) === firstWord(script.open.text);
  if (connects || turn.state.session === null) connect(turn, script);
  const course = connects ? "open" : send(turn, { text, marks: [] });
  return course === "open" || course === "closed" ? undefined : course;
}

function firstWord(text: string): string {
  return text.trim().split(/\s/, 1).join().toLowerCase();
}

function scriptOf(turn: Turn): Script | undefined {
  return turn.scenario.sessions?.scripts[deviceOf(turn)];
}

/** The device of the chosen client: of the same name as the choice; the only one where there is no choice. */
function deviceOf({ scenario, state }: Turn): string {
  const { by = "", scripts = {} } = scenario.sessions ?? {};
  return String(by === "" ? Object.keys(scripts)[0] : state.values[by]);
}

function sayOtherwise({ scenario, effects }: Turn): undefined {
  if (scenario.sessions) effects.push({ kind: "note", text: scenario.sessions.otherwise });
}

function connect(turn: Turn, script: Script): Course {
  const device = deviceOf(turn);
  turn.state = { ...turn.state, sessions: turn.state.sessions + 1 };
  turn.effects.push({ kind: "connect", device, ...wordsOf(turn, device, script.open) });
  return take(turn, device, machine(turn, device).connect(worldOf(turn, device)));
}

function send(turn: Turn, line: Words): Course {
  turn.effects.push({ kind: "line", from: "client", ...line });
  const { session } = turn.state;
  if (session === null) return "closed";
  if (session.hung) {
    turn.effects.push({ kind: "note", text: "The server does not answer." });
    return "open";
  }
  const device = machine(turn, session.device);
  return take(
    turn,
    session.device,
    device.receive(session.state, line.text, worldOf(turn, session.device)),
  );
}

function machine({ equipment }: Turn, name: string) {
  const device = equipment.devices[name];
  if (device === undefined) throw new ReferenceError(`There is no device "${name}".`);
  return device;
}

/** Shows an answer, applies its deeds, and says how the session goes on. */
function take(turn: Turn, device: string, answer: Answer<Json>): Course {
  const shown = replyEffects(turn, device, answer.replies);
  turn.effects.push(...shown);
  const last = shown.at(-1);
  const secret = last?.kind === "line" && /^\+(?!OK)/.test(last.text);
  const session: Session = { device, state: answer.state, hung: false, secret };
  turn.state = { ...turn.state, session };
  return answer.deeds.reduce<Course>((course, deed) => applyDeed(turn, deed) ?? course, "open");
}

/** What a deed does to the world. */
function applyDeed(turn: Turn, deed: Deed): Course | undefined {
  const { session } = turn.state;
  switch (deed.type) {
    case "messagesDeleted":
      removeMessages(turn, deed.uids);
      return undefined;
    case "logonRefused":
    case "recipientRefused":
      return deed.type;
    case "messageAccepted":
      return undefined;
    case "hangs":
      if (session) turn.state = { ...turn.state, session: { ...session, hung: true } };
      return "hangs";
    case "closed":
      turn.effects.push({ kind: "closed", text: "The server closes the connection." });
      turn.state = { ...turn.state, session: null };
      return "closed";
  }
}

/** Those messages leave the mailbox, and its size follows. */
export function removeMessages(turn: Turn, uids: readonly number[]): void {
  const size = turn.scenario.mailbox?.size;
  const { lastUid, deleted } = turn.state.mailbox;
  const mailbox = { lastUid, deleted: unite(deleted, rangesOfIds(uids)) };
  turn.state = { ...turn.state, mailbox };
  if (size !== undefined) assign(turn, size, BigInt(mailboxOf(turn.state).count));
}
