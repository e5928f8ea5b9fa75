import { sentencesOf } from "../../article/plain.ts";
import { isInstruction } from "./acts.ts";

/** What the sentence before a block or paragraph says of it. */

export const ANNOUNCES = /[:\w]$|\b(?:following|below|similar to)\b/i;

/** The sentence of a text that announces what comes below it. */
export function announcement(text: string): string {
  const sentences = sentencesOf(text);
  return sentences.findLast((sentence) => ANNOUNCES.test(sentence)) ?? sentences.at(-1) ?? "";
}

/** Words that announce a message. A message's id or queue is none. */
export const MESSAGE =
  /\b(?:messages?(?! (?:IDs?|body|store|headers?|queues?|transfer|archiv\w+|class))|errors?|warnings?|alerts?|prompts?|prompted|dialog|GPF|fault|exception|Dr\. ?Watson|STOP)\b/i;

/** A sentence that says what did not, or ought to, happen. */
export const UNSEEN =
  /\b(?:should (?:be|read|see|look|appear|have|print|return|display|contain)|supposed to|instead of|rather than|as (?:would be )?expected|no longer|correctly|(?:do|does|did|will|would) not (?:cause|return|display|generate|receive|produce|get|see))/i;

/** `you type in the following:` */
const WRITES =
  /\b(?:type|enter|add|paste|insert|create|use|change|run|issue|execute)\w* (?:in )?(?:the |this )?(?:following|line|code)/i;

/** A sentence that quotes a book: `The manual states:` */
const PRINTED =
  /\b(?:guide|manual|documentation|help|readme|reference|cover|books?(?: online)?|recommendation)\b.*\b(?:states?|says?|reads?|contains?|gives?)\b|\bpages? \d+\b/i;

/** What the last `following` names: `the following code`, `the following compiler error message`. */
const NAMED =
  /^[^]*\bfollowing (?:(?!(?:to|in|into|at|until|from|for|when|as|on)\b)[\w.+#-]+ ){0,4}?(?:(messages?|errors?|warnings?|output|results?|exception|fault|events?)|code|commands?|lines?|statements?|examples?|samples?|scripts?(?! (?:errors?|messages?))|(?:text|list|edit|combo|check) box(?:es)?|quer(?:y|ies)|macros?|functions?|programs?|procedures?|constructs?|declarations?|expressions?|syntax|registry|keys?|values?|files?|settings?|shares?|paths?|locations?|folders?|director(?:y|ies)|sites?|address(?:es)?|articles?|steps?|methods?|conditions?|causes?|reasons?|situations?|scenarios?|workarounds?|solutions?|components?|options?|topics?|items?|products?|services?|sections?)\b/i;

/** `…where the properties of the printer specify:` */
const SET = /\b(?:specif(?:y|ies|ied)|(?:is|are) set(?: to)?)(?: as follows| the following)?:$/i;

/** Whether a sentence announces something that is written, and not seen. */
export function announcesText(said: string): boolean {
  if (SET.test(said)) return true;
  const named = NAMED.exec(said);
  if (named !== null) return named[1] === undefined;
  return isInstruction(said) || WRITES.test(said);
}

/** Whether what a sentence announces was written, printed, denied or wished for. */
export function isNoneSeen(said: string): boolean {
  return UNSEEN.test(said) || PRINTED.test(said) || announcesText(said);
}
