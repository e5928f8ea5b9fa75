import { sentencesOf } from "../../article/plain.ts";
import { isInstruction } from "./acts.ts";
import { UNSEEN } from "./announcements.ts";
import type { Shown } from "./replay.ts";

/** `the error message "Cannot open the file."` */
const BEFORE =
  /\b(?:messages?|errors?|warnings?)(?: (?:messages?|numbers?|codes?|dialog|box|text|line|[\w-]*\d+))*(?:,? (?:such as|similar to|like|saying|stating|indicating|reading|(?:that|which|it) (?:says?|reads?|states?|contains?)|of|is|are|was|appears?|occurs?|displayed|says?|states?|reads?|with(?: the text)?))*[:,]? *$/i;

/** `an "End of file" error`, `the "Overflow" message` */
const AFTER = /^\s+(?:(?:error|warning|run-time|status|alert)\s+)*(?:message|error|warning)s?\b/;

/** Messages that stand between quotation marks in a text, each once. A sentence that denies or asks for them shows none. */
export function messagesQuotedIn(text: string): Shown[] {
  if (!text.includes('"')) return [];
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
