import { hasObservable } from "./moments.ts";
import type { Moment, Replay } from "./replay.ts";
import { shorter } from "./shorter.ts";

/** Bytes of text that a replay holds. What does not fit stays in the article alone, and the replay says so. */
export const MOST_BYTES = 2048;

/** Of these, what the telling has where the remedies would take more than the rest. */
const TELLING_BYTES = 1200;

/** The same replay, cut to what it may hold: whole sentences, whole lines, and never what is seen first or said last. */
export function fitted(replay: Replay, most = MOST_BYTES): Replay {
  const whole = [replay.telling, ...replay.remedies.map(({ moments }) => moments)];
  if (total(whole.flat()) <= most) return replay;
  const telling = shorter(replay.telling);
  const remedies = replay.remedies.map(({ section, moments }) => ({
    section,
    moments: shorter(moments),
  }));
  const wanted = total(remedies.flatMap(({ moments }) => moments));
  const told = upTo(
    Math.max(Math.min(TELLING_BYTES, most), most - wanted),
    telling,
    telling.findIndex(hasObservable),
  );
  let left = most - total(told);
  const kept = remedies.flatMap(({ section, moments }) => {
    const last = moments.length - 1;
    // A last step without those before it would mislead; a sentence of another section stands for itself.
    const isOwn = moments[last]?.section.key === section.key;
    const fitting = upTo(left, moments, isOwn ? -1 : last);
    left -= total(fitting);
    return fitting.length === 0 ? [] : [{ section, moments: fitting }];
  });
  return { ...replay, telling: told, remedies: kept };
}

function total(moments: readonly Moment[]): number {
  return moments.reduce((sum, moment) => sum + bytesOf(moment), 0);
}

function bytesOf({ under = "", or = "", marker = "", text, shown }: Moment): number {
  const said = Buffer.byteLength(under + or + marker + text);
  return shown.reduce((sum, block) => sum + Buffer.byteLength(block.text), said);
}

/** Moments from the first on, as many as have room beside the one that must stay, which comes with its sentence's beginning. */
function upTo(bytes: number, moments: readonly Moment[], needed: number): Moment[] {
  const from = sentenceStart(moments, needed);
  const required = moments.slice(Math.max(from, 0), needed + 1);
  let room = bytes - total(required);
  let count = 0;
  for (const [index, moment] of moments.entries()) {
    if (index < from || index > needed) room -= bytesOf(moment);
    if (room < 0) break;
    count = index + 1;
  }
  while (count > 0 && count < moments.length && isOpen(moments, count - 1)) count--;
  const kept = moments.slice(0, count);
  const last = kept.at(-1);
  if (count < moments.length && last !== undefined) kept[count - 1] = { ...last, isCut: true };
  if (needed < count) return kept;
  const rest = moments.slice(Math.max(from, count), needed + 1);
  const end = rest.at(-1);
  return count > 0 || needed === 0 || end === undefined
    ? [...kept, ...rest]
    : [...rest.slice(0, -1), { ...end, isCut: true }];
}

/** Whether a text is only the beginning of what the next one ends. */
function isOpen(moments: readonly Moment[], index: number): boolean {
  const { text = "", shown = [] } = moments[index] ?? {};
  return (text.endsWith(":") && shown.length === 0) || goesOn(moments[index + 1]);
}

/** `you may receive the following error message:`, after a question that was quoted. */
function goesOn(moment: Moment | undefined): boolean {
  return moment?.marker === undefined && /^(?:[a-z]|To:$)/.test(moment?.text ?? "");
}

/** Where the sentence begins that a moment ends: there, or before what is quoted in between. */
function sentenceStart(moments: readonly Moment[], index: number): number {
  if (!goesOn(moments[index])) return index;
  const begins = ({ text }: Moment, at: number) => at < index && /^[^a-z].*[^.:?!]$/s.test(text);
  const start = moments.findLastIndex(begins);
  return start < 0 ? index : start;
}
