import { sentencesOf } from "../../article/plain.ts";
import type { Section } from "../../article/sections.ts";
import { OF_ARTICLES, withoutAsides } from "./asides.ts";
import { hasObservable, momentsOf } from "./moments.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import type { Moment } from "./replay.ts";

/** A heading or sentence that leads to the steps which make the failure happen. */
const REPRODUCE =
  /\b(?:(?<=\b(?:steps|how) to )(?:reproduce|recreate|duplicate|demonstrate)|(?:reproduc|recreat|duplicat|demonstrat)(?:e|es|ing) (?:the|this) (?:problem|behaviou?r|error|issue|bug))\b/i;

/** Sections that tell of the failure where the symptoms show nothing. */
const ELSEWHERE = /^(?:opening|summary|cause|status|moreInformation|problem|question)/;

/** The failure as the article tells it: the steps to it, then the symptoms; empty where nothing is seen in it. */
export function tellingOf(sections: readonly Section[]): Moment[] {
  const symptoms = sections.filter(({ key }) => /^(?:symptoms?|problem)/.test(key));
  const elsewhere = sections.filter(({ key }) => ELSEWHERE.test(key));
  const steps = sections.flatMap(stepsIn);
  if (steps.length === 0 && !mayTell(symptoms, elsewhere)) return [];
  const told = symptoms.flatMap(allMoments);
  const telling = [...steps, ...told];
  if (telling.some(hasObservable)) return telling;
  if (told.length > 0 && !told.some(({ text }) => SPEAKS_OF_IT.test(text))) return [];
  const seen = elsewhere
    .filter(mayShow)
    .flatMap((section) => seenIn(outsideSteps(allMoments(section))));
  return seen.length === 0 ? [] : [...telling, ...seen];
}

/** Whether something may be seen in the failure: most articles are done with here, and their text need not be taken apart. */
function mayTell(symptoms: readonly Section[], elsewhere: readonly Section[]): boolean {
  if (symptoms.some(mayShow)) return true;
  const isElsewhere = ({ markdown }: Section) => SPEAKS_OF_IT.test(markdown);
  return (symptoms.length === 0 || symptoms.some(isElsewhere)) && elsewhere.some(mayShow);
}

function mayShow({ markdown }: Section): boolean {
  return SHOWS.test(markdown);
}

/**
 * Markdown without any of these shows nothing: quotation marks, code, what could be a heading or an entity, and sentences
 * that lead to a message.
 */
const SHOWS =
  /["`~&#\t]| {4}|[:,]\W*$|\b(?:following|below|this)\b[^.\n]*$|\bfollowing\b[^.]*\b(?:messages|errors)\b/im;

/** Symptoms that name a message or a record which stands further down. */
const SPEAKS_OF_IT =
  /\b(?:messages?|errors?|warnings?|events?|faults?|exception|Dr\. ?Watson|stop)\b/i;

/** Without steps to another end, and what stands between two of them: what is seen there is not the failure. */
function outsideSteps(moments: readonly Moment[]): Moment[] {
  let isOther = false;
  return moments.filter((moment, index) => {
    if (moment.marker === "1.")
      isOther = OTHER_END.test(sentencesOf(textBefore(moments, index)).at(-1) ?? "");
    else if (moment.under !== undefined || !moments.slice(index).some(isNumbered)) isOther = false;
    return !isOther;
  });
}

/** `To install the fix, follow these steps:`, and not `To see the problem, …` */
const OTHER_END =
  /^to (?!(?:see|reproduce|recreate|duplicate|demonstrate|illustrate|observe|show|test|cause)\b)/i;

/** What leads to a list, its heading or the text before it. */
function textBefore(moments: readonly Moment[], index: number): string {
  return moments[index]?.under ?? moments[index - 1]?.text ?? "";
}

function isNumbered({ marker = "–" }: Moment): boolean {
  return marker !== "–";
}

/** Moments in which something is seen, with what announces it. What a program prints says too little outside the symptoms. */
function seenIn(moments: readonly Moment[]): Moment[] {
  const isSeen = ({ shown }: Moment) =>
    shown.some(({ kind }) => kind === "message" || kind === "event");
  const kept = new Set<number>();
  for (const [index, moment] of moments.entries()) {
    if (!isSeen(moment)) continue;
    kept.add(index);
    if (moment.text === "")
      kept.add(moments.findLastIndex(({ text }, at) => at < index && text !== ""));
  }
  return moments.filter((_, index) => kept.has(index));
}

function allMoments(section: Section): Moment[] {
  return momentsOf(withoutAsides(piecesOf(section), OF_ARTICLES), section);
}

/** The numbered list that such a heading or sentence leads to, with the text around it up to the next heading. */
function stepsIn(section: Section): Moment[] {
  if (/^(?:symptoms|resolution|workaround)/.test(section.key) || !REPRODUCE.test(section.markdown))
    return [];
  const pieces = piecesOf(section);
  const start = pieces.findIndex((piece) => piece.kind !== "block" && REPRODUCE.test(piece.text));
  if (start < 0) return [];
  const end = pieces.findIndex(
    (piece, index) =>
      index > start && piece.kind === "heading" && piece.depth === 0 && !REPRODUCE.test(piece.text),
  );
  const part = pieces
    .slice(start, end < 0 ? undefined : end)
    .filter(({ text }) => !/^\(c\)/i.test(text));
  return part.some(isStep) ? momentsOf(withoutAsides(part, OF_ARTICLES), section) : [];
}

function isStep(piece: Piece): boolean {
  return piece.kind === "item" && piece.marker !== "–";
}
