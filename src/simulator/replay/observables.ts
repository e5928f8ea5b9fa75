import { sentencesOf } from "../../article/plain.ts";
import { isInstruction } from "./acts.ts";
import type { Moment, Shown } from "./replay.ts";

/** What a person could see happen: a message, an event-log record, a terminal's words. */

export function isObservable({ kind }: Shown): boolean {
  return kind !== "text" && kind !== "or";
}

/** Words that announce a message. A message's id or queue is none. */
const MESSAGE =
  /\b(?:messages?(?! (?:IDs?|body|store|headers?|queues?|transfer|archiv\w+|class))|errors?|warnings?|alerts?|prompts?|prompted|dialog|GPF|fault|exception|Dr\. ?Watson|STOP)\b/i;

/** Words that announce what a program showed, printed or logged. */
const OUTPUT =
  /\b(?:outputs?|displays?|displayed|appears?|returns?|returned|prints?|printed|shows?|results?|reads?|says?|states?|logs?|logged|contains?)\b/i;

/** A sentence that says what did not, or ought to, happen. */
const UNSEEN =
  /\b(?:should (?:be|read|see|look|appear|have|print|return|display|contain)|instead of|rather than|as (?:would be )?expected|no longer|correctly|(?:do|does|did|will|would) not (?:cause|return|display|generate|receive|produce|get|see))/i;

/** `you type in the following:` */
const WRITES =
  /\b(?:type|enter|add|paste|insert|create|use|change|run|issue|execute)\w* (?:in )?(?:the |this )?(?:following|line|code)/i;

/** A letter, which is no message of the system's: `Below is an example mail message.` */
const LETTER = /\b(?:example|sample) (?:[\w-]+ )?message\b/i;

/** A sentence that quotes a book: `The manual states:` */
const PRINTED =
  /\b(?:guide|manual|documentation|help|readme|reference|cover|books? online)\b.*\b(?:states?|says?|reads?|contains?|gives?)\b/i;

/** What `following` names: `the following code`, `the following compiler error message`. */
const NAMED =
  /\bfollowing (?:(?!(?:to|in|into|at|until|from|for|when|as|on)\b)[\w.+#-]+ ){0,4}?(?:(messages?|errors?|warnings?|output|results?|exception|fault|events?)|code|commands?|lines?|statements?|examples?|samples?|scripts?(?! (?:errors?|messages?))|(?:text|list|edit|combo|check) box(?:es)?|quer(?:y|ies)|macros?|functions?|programs?|procedures?|constructs?|declarations?|expressions?|syntax|registry|keys?|values?|files?|settings?|shares?|paths?|locations?|folders?|director(?:y|ies)|sites?|address(?:es)?|articles?|steps?|methods?|conditions?|components?|options?|topics?|items?|products?|services?|sections?)\b/gi;

/** `…where the properties of the printer specify:` */
const SET = /\b(?:specif(?:y|ies|ied)|(?:is|are) set(?: to)?)(?: as follows| the following)?:$/i;

/** Whether a sentence announces something that is written, and not seen. The last that it names counts. */
function announcesText(said: string): boolean {
  if (SET.test(said)) return true;
  const named = [...said.matchAll(NAMED)].at(-1);
  if (named !== undefined) return named[1] === undefined;
  return isInstruction(said) || WRITES.test(said);
}

/** Whether what a sentence announces was written, printed, denied or wished for. */
function isNoneSeen(said: string): boolean {
  return UNSEEN.test(said) || PRINTED.test(said) || announcesText(said);
}

/** What a block is, by its fence and the text that announces it. */
export function kindOf(
  { info, text }: { info: string; text: string },
  announcing: string,
): Shown["kind"] {
  if (info === "event") return "event";
  const said = announcement(announcing);
  if (isNoneSeen(said) || REMARK.test(text) || LETTER.test(announcing)) return "text";
  if (info === "transcript") return ANNOUNCES_MESSAGE.test(said) ? "message" : "transcript";
  if (DUMP.test(text)) return "output";
  if (info === "message" && MESSAGE.test(said)) return messageOf(said);
  if (!SHOWN.has(info) || !ANNOUNCES.test(said) || text.length > MOST_OF_AN_OUTPUT) return "text";
  if (MESSAGE.test(said) || (LOG.test(said) && !/^For example/.test(said))) return messageOf(said);
  return OUTPUT.test(said) ? "output" : "text";
}

const ANNOUNCES_MESSAGE = /\b(?:error|warning|following) messages?\b[^.]*:$/i;

/** A record's own words, where they are said to stand in a log of events; else a message. */
export function messageOf(said: string): "event" | "message" {
  return LOGGED.test(said) && !/\bmessages?\b/i.test(said) ? "event" : "message";
}

/** Where Windows keeps its records. */
const LOG = /\b(?:application|system|event|security) log\b|\bevent viewer\b/i;

/** `The following event appears in the application log:`, `An event is logged:` */
const LOGGED = new RegExp(
  String.raw`${LOG.source}|\bfollowing (?:[\w-]+ ){0,3}?events?\b|\bevents? (?:error |ID )?(?:is|are|was|were|may be|will be) (?:also )?logged\b`,
  "i",
);

/** Words among messages that are the article's own: `where <n> is a number`, `With FORMAT:`. */
const REMARK = /^where\b|:$/;

/** Words of memory. */
const DUMP = /(?:\b[0-9A-F]{8} ){2}/;

/** Kinds of fences that may hold what was shown; a program is never that. */
const SHOWN = new Set(["message", "text", "listing"]);
const MOST_OF_AN_OUTPUT = 1500;

const ANNOUNCES = /[:\w]$|\b(?:following|below|similar to)\b/i;

/** The sentence of a text that announces what comes below it. */
function announcement(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.findLast((sentence) => ANNOUNCES.test(sentence)) ?? sentences.at(-1) ?? "";
}

/** `…stops with the following entry in the log:`, `…asks for a reply with the statement,` */
const LEADS_TO_MESSAGE =
  /\b(?:following|below|this)\b[^.]*\b(?:messages?|errors?|warnings?|events?|entry|entries)\b[^.]*[:\w]$|\b(?:with|by) the (?:message|prompt|question|statement|warning|words)[,:]$/i;

/** Whether a paragraph leads to another that is the message. */
export function leadsToMessage(text: string): boolean {
  const said = announcement(text);
  return LEADS_TO_MESSAGE.test(text) && !UNSEEN.test(said) && !announcesText(said);
}

/** `…one of the following error messages:`, before items that are those messages. */
export function leadsToMessages({ text, shown }: Moment): boolean {
  return (
    /\bfollowing\b[^.]*\b(?:messages?|errors?)\b[^.]*:$/.test(text) &&
    !announcesText(announcement(text)) &&
    shown.every(isObservable)
  );
}

/** `the error message "Cannot open the file."` */
const BEFORE =
  /\b(?:messages?|errors?|warnings?)(?: (?:messages?|numbers?|codes?|dialog|box|text|line|[\w-]*\d+))*(?:,? (?:such as|similar to|like|saying|stating|indicating|reading|(?:that|which|it) (?:says?|reads?|states?|contains?)|of|is|are|was|appears?|occurs?|displayed|says?|states?|reads?|with(?: the text)?))*[:,]? *$/i;

/** `an "End of file" error`, `the "Overflow" message` */
const AFTER = /^\s+(?:(?:error|warning|run-time|status|alert)\s+)*(?:message|error|warning)s?\b/;

/** Messages that stand between quotation marks in a text, each once. A sentence that denies or asks for them shows none. */
export function messagesQuotedIn(text: string): Shown[] {
  const parts = text.split('"');
  if (parts.length < 3 || parts.length % 2 === 0) return [];
  const found = new Set<string>();
  for (let index = 1; index < parts.length; index += 2) {
    const [before = "", quoted = "", after = ""] = parts.slice(index - 1, index + 2);
    const sentence = `${sentencesOf(before).at(-1) ?? ""} … ${sentencesOf(after)[0] ?? ""}`;
    const isNamed = BEFORE.test(before) || (AFTER.test(after) && /[ A-Z]/.test(quoted));
    const isMessage =
      !/^ sections?\b/.test(after) && quoted.length >= 4 && quoted.length <= MOST_OF_A_QUOTE;
    if (isNamed && isMessage && !UNSEEN.test(sentence) && !isInstruction(sentence.trim()))
      found.add(quoted.trim());
  }
  return [...found].map((message) => ({ kind: "message", text: message }));
}

const MOST_OF_A_QUOTE = 250;
