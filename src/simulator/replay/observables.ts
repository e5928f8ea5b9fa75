import { announcement, ANNOUNCES, isNoneSeen, MESSAGE } from "./announcements.ts";
import type { Observable, Shown } from "./replay.ts";

/** What a person could see happen: a message, an event-log record, a terminal's words. */

export function isObservable({ kind }: Shown): boolean {
  return kind !== "text" && kind !== "or";
}

/** Words that announce what a program showed, printed or logged. */
const OUTPUT =
  /\b(?:outputs?|displays?|displayed|appears?|returns?|returned|prints?|printed|shows?|results?|reads?|says?|states?|logs?|logged|contains?)\b/i;

/** A letter, which is no message of the system's: `Below is an example mail message.` */
const LETTER = /\b(?:example|sample) (?:[\w-]+ )?message\b/i;

/** What a block is, by its fence and the text that announces it. */
export function kindOf(
  { info, text }: { info: string; text: string },
  announcing: string,
): Shown["kind"] {
  if (info === "event") return "event";
  const isDumped = DUMP.test(text);
  const mayBeSeen = isDumped || info === "transcript" || SHOWN.has(info);
  if (!mayBeSeen || REMARK.test(text) || LETTER.test(announcing)) return "text";
  const said = announcement(announcing);
  if (isNoneSeen(said)) return "text";
  if (info === "transcript") return ANNOUNCES_MESSAGE.test(said) ? "message" : "transcript";
  if (isDumped) return "output";
  if (info === "message" && MESSAGE.test(said)) return messageOf(said);
  if (!ANNOUNCES.test(said) || text.length > MOST_OF_AN_OUTPUT) return "text";
  if (MESSAGE.test(said) || (LOG.test(said) && !/^For example/.test(said))) return messageOf(said);
  return OUTPUT.test(said) ? "output" : "text";
}

const ANNOUNCES_MESSAGE = /\b(?:error|warning|following) messages?\b[^.]*:$/i;

/** A record's own words, where they are said to stand in a log of events; what was printed; else a message. */
export function messageOf(said: string): Observable {
  if (LOGGED.test(said) && !/\bmessages?\b/i.test(said)) return "event";
  return ANSWER.test(said) && !MESSAGE.test(said) && !/violation/.test(said) ? "output" : "message";
}

/** `The tool generates the following response:` */
const ANSWER =
  /\bfollowing(?: (?:responses?|text|output))?:$|\b(?:generates?|returns?|produces?):$/i;

/** Where Windows keeps its records. */
const LOG = /\b(?:application|system|event|security) log\b|\bevent viewer\b/i;

/** `The following event appears in the application log:`, `An event is logged:` */
const LOGGED = new RegExp(
  String.raw`${LOG.source}|\bfollowing (?:[\w-]+ ){0,3}?events?\b|\bevents? (?:error |ID )?(?:is|are|was|were|may be|will be) (?:also )?logged\b`,
  "i",
);

/** Words among messages that are the article's own: `where <n> is a number`, `With FORMAT:`. */
const REMARK = /^where\b|:$/;

/** Words of memory, and registers. */
const DUMP =
  /(?:\b[0-9A-F]{8} ){2}|\be[abcd]x=[0-9a-f]{8}\b|\b[0-9a-f]{8} [0-9a-f]{2,}\s{2,}[a-z]{2,}|^function: |^\*-+> |^FAULT ->/m;

export function isDump(text: string): boolean {
  return DUMP.test(text);
}

/** `State Dump for Thread Id 0x148`, as Dr. Watson heads it. */
export function isTitleOfDump(text: string): boolean {
  return /^(?:State Dump for Thread|\*-+> \w+)/.test(text);
}

/** Kinds of fences that may hold what was shown; a program is never that. */
const SHOWN = new Set(["message", "text", "listing"]);
const MOST_OF_AN_OUTPUT = 1500;
