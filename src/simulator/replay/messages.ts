import { announcement, announcesText, isNoneSeen } from "./announcements.ts";
import { isObservable } from "./observables.ts";
import type { Moment } from "./replay.ts";

/** Messages that stand as paragraphs and items among the article's own. */

/** Ends of a sentence of which the next paragraph is the message, or what else was seen. */
const LEADS_TO_MESSAGE = [
  // `…stops with the following entry in the log:`
  /\b(?:following|below|this)\b[^.]*\b(?:messages?|errors?|warnings?|events?|entry|entries)\b[^.]*[:\w]$/i,
  // `…asks for a reply with the statement,`
  /\b(?:with|by) the (?:message|prompt|question|statement|warning|words)[,:]$/i,
  // `The box itself reads:`, `If you click Details, you see the following information:`
  /\b(?:box|dialog|messages?|screen|description|events?|errors?|log|prompt|window|viewer|button|details?|following|response|this)\b[^.]* (?:reads?|says?|states?|shows?|displays?|displayed|presents?|may be|is|followed by):$/i,
  /\b(?:sees?|gets?|receives?|finds?|presents?|returns?|generates?|displays?|shows?|produces?|reports?|with)\b[^.]*\bfollowing(?: (?:information|responses?|text|details?|description|output))?:$/i,
  /\b(?:generates?|returns?|produces?):$/i,
];

/** What comes in several blocks, of which the first alone would say too little. */
const IN_PARTS = /\b(?:delivery reports?|NDRs?|traces?|threads?|dumps?|excerpts?)\b/i;

/** Whether a paragraph leads to another that is the message. */
export function leadsToMessage(text: string): boolean {
  const at = LEADS_TO_MESSAGE.findIndex((pattern) => pattern.test(text));
  if (at < 0) return false;
  const said = announcement(text);
  return (at === 0 || !IN_PARTS.test(said)) && !isNoneSeen(said);
}

/** `…one of the following error messages:`, before items that are those messages. */
export function leadsToMessages({ text, shown }: Moment): boolean {
  return (
    /\bfollowing\b[^.]*\b(?:messages?|errors?)\b[^.]*:$/.test(text) &&
    !announcesText(announcement(text)) &&
    shown.every(isObservable) &&
    (shown.length === 0 || isOfSeveral(text))
  );
}

/** Whether an announcement is of more than one message, by the words around `following`. */
export function isOfSeveral(said: string): boolean {
  const sentence = announcement(said);
  const at = sentence.search(/\b(?:following|below)\b/i);
  return SEVERAL.test(sentence.slice(Math.max(0, at - 40)));
}

const SEVERAL =
  /\b(?:messages|errors|warnings|events|entries|one|any|either|each|both|two|three)\b/i;

/** Words among messages by which the article goes on: `When you then ring, you receive this error:` */
const TELLS = [
  /^(?:When|While|After) (?:you|users?|the user)\b|^(?:Additionally|Alternatively|In addition|If you do),|^Here \W/i,
  /^This (?:NDR|error|message|event|warning) (?:does|is|may|can|appears|occurs|means|indicates)\b/i,
  /\b(?:you|users?) (?:may |might |will )?(?:also )?(?:receive|get|see)\b[^.]*\b(?:messages?|errors?)\b/i,
  /\b(?:error|message)s? (?:messages? )?(?:may |might |will |can |also )*(?:appears?|occurs?|is displayed)\b/i,
  /\bmay also\b|\b(?:symptoms|cause|resolution|workaround|more information)"? section\b|\bfollowing\b[^.]*:$/i,
];

/** Whether a text that stands where a message could is the article's own. */
export function tells(text: string): boolean {
  return TELLS.some((pattern) => pattern.test(text));
}
