import type { Device, World } from "./device.ts";
import { reject, say, type Call, type Imap4Answer, type Imap4State } from "./imap4/answer.ts";
import { AFTER_LOGIN, ANY_TIME, BEFORE_LOGIN, type Command, type Commands } from "./imap4/commands.ts"; // prettier-ignore
import { BadCommand, needEnd, needSpace, needWord, take, type Cursor } from "./imap4/cursor.ts";
import { gather } from "./imap4/literal.ts";
import { BY_UID, noop, SELECTED } from "./imap4/selected.ts";

export { IMAP4_UTTERANCES } from "./imap4/utterances.ts";
export type { Imap4State } from "./imap4/answer.ts";

/**
 * An IMAP4rev1 server (RFC 2060) over a mailbox with one folder, INBOX. It logs anyone on; where the mailbox is refused,
 * or the server silent, that shows when the folder is opened.
 */
export const imap4: Device<Imap4State> = {
  name: "imap4",

  connect(world) {
    const state: Imap4State = { phase: "start", folder: null, pending: null };
    return { state, replies: [say(callOf(state, "", world), "greeting", "* OK")], deeds: [] };
  },

  receive(state, line, world) {
    if (state.phase === "hung" || state.phase === "closed")
      return { state, replies: [], deeds: [] };
    const gathered = gather(state.pending, line);
    const calm: Imap4State = { ...state, pending: null };
    const call = callOf(
      calm,
      gathered.type === "more" ? gathered.pending.text : gathered.text,
      world,
    );
    if (gathered.type === "command") return run(call);
    if (gathered.type === "refused" || call.tag === "*") return reject(call, "bad");
    const replies = gathered.asks ? [say(call, "continue", "+ ")] : [];
    return { state: { ...state, pending: gathered.pending }, replies, deeds: [] };
  },
};

/** Every printable character but `(`, `)`, `{`, `%`, `*`, `"`, `\` and `+`. */
const TAG = /[!#$&',-[\]-z|-~]+/y;

/** A command by its tag; one whose tag cannot be read is answered as `*`. */
function callOf(state: Imap4State, text: string, world: World): Call {
  const args: Cursor = { text, at: 0 };
  return { tag: take(args, TAG) ?? "*", name: "", byUid: false, args, state, world };
}

const WITHOUT_ARGUMENTS = "CAPABILITY CHECK CLOSE EXPUNGE LOGOUT NAMESPACE NOOP".split(" ");

function run(call: Call): Imap4Answer {
  try {
    const named = nameOf(call);
    const command = commandOf(named);
    if (WITHOUT_ARGUMENTS.includes(named.name)) needEnd(call.args);
    return command(named);
  } catch (error) {
    if (error instanceof BadCommand) return reject(call, "bad");
    throw error;
  }
}

function nameOf(call: Call): Call {
  needSpace(call.args);
  const name = needWord(call.args).toUpperCase();
  if (name !== "UID") return { ...call, name };
  needSpace(call.args);
  const after = needWord(call.args).toUpperCase();
  if (!BY_UID.includes(after)) throw new BadCommand();
  return { ...call, name: after, byUid: true };
}

function commandOf({ name, state }: Call): Command {
  const valid: Commands = state.phase === "open" ? { ...AFTER_LOGIN, ...SELECTED } : BEFORE_LOGIN;
  const all: Commands = { ...BEFORE_LOGIN, ...AFTER_LOGIN, ...SELECTED };
  const find = (commands: Commands) => (Object.hasOwn(commands, name) ? commands[name] : undefined);
  if (name === "NOOP") return noop;
  const command = find(ANY_TIME) ?? find(valid);
  if (command) return command;
  return (call) => reject(call, find(all) === undefined ? "bad" : "notNow");
}
