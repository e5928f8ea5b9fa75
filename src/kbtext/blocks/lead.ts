import type { VerbatimKind } from "./block.ts";

/**
 * What a sentence says of that which follows it. All of these take the lead-in: the last words of the text before, in
 * small letters, or nothing where they lead up to nothing.
 */

/**
 * The last words of a text, where they end in a colon. Some say that something follows and end like any sentence
 * (`Enter the following code.`), or do not end (`If the following message appears`).
 */
export function leadIn(intro: string): string {
  const last = intro.slice(-400).toLowerCase();
  if (/[:;]\W*$/.test(last)) return last;
  const open = OPEN.exec(last)?.[1];
  return open === undefined ? "" : `${open}:`;
}

const OPEN =
  /\b((?:the|this|these|with|a) following (?:\S+ ){0,2}(?:code|commands?|lines?|program|syntax|statements?|messages?|error)\b[^.:]{0,60}?)(?:\.|(?<=\w))$/;

/** Whether what follows is to be typed as it stands: `Enter the following syntax:` */
export function asksToType(lead: string): boolean {
  return /\b(?:type|enter|syntax|command|format|run)\b[^.]*:\W*$/.test(lead);
}

/** Whether what follows are words to search for: `query on the following words:` */
export function asksToSearch(lead: string): boolean {
  return /\b(?:query|search)\b.*\bfollowing (?:key)?words?\b/.test(lead.slice(-200));
}

/** Words that say that a message follows, even where it reads like any sentence. */
export function announcesMessage(lead: string): boolean {
  return SURELY.test(lead) && !isAtPrompt(lead);
}

/** Whether the prompt is where something is typed, not what is shown: `At the command prompt, type the following:` */
function isAtPrompt(lead: string): boolean {
  const said = /\b(?:at|from) (?:an?|the) [^.:]{0,30}\bprompt\b[^.:]*:\W*$/.exec(lead);
  return said !== null && !/\b(?:messages?|errors?|warnings?)\b/.test(lead.slice(-200));
}

const SURELY =
  /\b(?:messages?|errors?|prompt(?:ed)?|dialog(?: box)?|warnings?|question)\b(?:[^.]|\.\S)*:\W*$/;

/** Whether an error or warning follows, said in so many words: nothing else can. */
export function announcesError(lead: string): boolean {
  return /\b(?:error|warning|following|this) messages?\b(?:[^.:]|\.\S)*:\W*$/.test(lead);
}

/** Whether something that is seen on the screen follows: `The following is displayed:` */
export function announcesScreen(lead: string): boolean {
  return /\bfollowing\b[^.:]*\b(?:displayed|displays|appears?)\W*$/.test(lead);
}

/** Whether what a program writes follows. */
export function announcesOutput(lead: string): boolean {
  return /\boutput\b[^.:]*:\W*$/.test(lead);
}

/** Whether a program or a command follows. */
export function announcesProgram(lead: string): boolean {
  return PROGRAM.test(lead);
}

const PROGRAM =
  /\b(?:code|sample|program|syntax|statements?|commands?|macro|function|declaration|query|script|type)\b(?:[^.]|\.\S)*:\W*$/;

/** Whether code follows, or a line of a file or setting. */
export function announcesCode(lead: string): boolean {
  return CODE.test(lead);
}

const CODE =
  /\b(?:code|sample|program|syntax|statements?|commands?|command line|lines?|example|type|macro|function|declaration|query|script|entry|entries|file|section|settings?|line|follow(?:s|ing))\b(?:[^.]|\.\S)*:\W*$/;

/** Lead-ins that name what they lead up to. */
const LEADS: [VerbatimKind, RegExp][] = [
  [
    "message",
    /\b(?:messages?|errors?|prompt(?:ed)?|dialog(?: box)?|warnings?|displays?|displayed|appears?|reports?|receive|question|reads?|states?|says?)\b(?:[^.]|\.\S)*:\W*$/,
  ],
  [
    "listing",
    /\b(?:output|results?|directory|listing|trace|log|dump|stack|looks? like|similar to)\b(?:[^.]|\.\S)*:\W*$/,
  ],
  ["code", CODE],
];

/** What a lead-in leads up to: `the following error message`, or else what it speaks of at all. */
export function announced(lead: string): VerbatimKind | undefined {
  if (/\b(?:type|enter)(?: in)?(?: the following)?:\W*$/.test(lead)) return "code";
  if (isAtPrompt(lead)) return "code";
  const after = /\bfollowing((?:\s+\S+){1,5})(?!.*\bfollowing\b)/.exec(lead)?.[1] ?? "";
  const { message, listing, code } = NOUNS.exec(after)?.groups ?? {};
  if (message !== undefined) return "message";
  if (listing !== undefined) return "listing";
  if (code !== undefined) return "code";
  return LEADS.find(([, words]) => words.test(lead))?.[0];
}

/** What may follow, in the words of its announcement. */
const NOUNS =
  /\b(?:(?<message>messages?|errors?|prompts?|dialog|warnings?|questions?)|(?<listing>output|results?|listing|trace|logs?|dump)|(?<code>code|samples?|programs?|syntax|statements?|commands?|lines?|examples?|macros?|functions?|query|script|entry|entries|settings?))\b/;

/** Whether records of the event log follow: `the following event is logged:` */
export function announcesEvent(intro: string): boolean {
  const last = intro.slice(-400).toLowerCase();
  return IN_LOG.test(last) || EVENTS.test(last);
}

/** Whether it is said that they stand in a log, so that any words can be a record's. */
export function announcesLogEntry(intro: string): boolean {
  return IN_LOG.test(intro.slice(-400).toLowerCase());
}

const IN_LOG =
  /\b(?:events?|entry|entries|errors?|warnings?|messages?)\b[^.:]*\b(?:(?:application|system|security|event)(?: event)?|event viewer(?:'s)?(?: \w+)?) logs?\b[^.:]*:$|\bfollowing (?:\w+ )?entry\b[^.:]*\bevent log\.$/;
const EVENTS = /\bevents?\b[^.:]*:$|\blogs?(?: \w+){0,2}:$|\blogged\b[^.:]*:$/;
