import { sentencesOf } from "../../article/plain.ts";
import { hasObservable } from "./moments.ts";
import { isObservable } from "./observables.ts";
import type { Moment, Replay, Shown } from "./replay.ts";

/** Bytes of text that a replay holds. What does not fit stays in the article alone, and the replay says so. */
export const MOST_BYTES = 2048;

/** Of these, what the telling has where the remedies would take more than the rest. */
const TELLING_BYTES = 1200;

/** Of one text, of one thing that is seen, and of one block of code, which the article shows better. */
const TEXT_BYTES = 520;
const SEEN_BYTES = 640;
const BLOCK_BYTES = 240;

/** The same replay, cut to what it may hold: whole sentences, whole lines, and never what is seen first or said last. */
export function fitted(replay: Replay, most = MOST_BYTES): Replay {
  const telling = replay.telling.map(shortened);
  const remedies = replay.remedies.map(({ section, moments }) => ({
    section,
    moments: moments.map(shortened),
  }));
  const wanted = remedies
    .flatMap(({ moments }) => moments)
    .reduce((sum, moment) => sum + bytesOf(moment), 0);
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

function bytesOf({ under, or, marker, text, shown }: Moment): number {
  return [under, or, marker, text, ...shown.map((block) => block.text)].reduce(
    (sum, part) => sum + Buffer.byteLength(part ?? ""),
    0,
  );
}

/** Moments from the first on, as many as have room beside the one that must stay. */
function upTo(bytes: number, moments: readonly Moment[], needed: number): Moment[] {
  const required = moments[needed];
  let room = bytes - (required === undefined ? 0 : bytesOf(required));
  let count = 0;
  for (const [index, moment] of moments.entries()) {
    if (index !== needed) room -= bytesOf(moment);
    if (room < 0) break;
    count = index + 1;
  }
  const kept = moments.slice(0, count);
  const last = kept.at(-1);
  if (count < moments.length && last !== undefined) kept[count - 1] = { ...last, isCut: true };
  if (required === undefined || needed < count) return kept;
  return [...kept, count === 0 && needed > 0 ? { ...required, isCut: true } : required];
}

/** Whole sentences and lines of a long moment. What announces a block is the text's end; else its beginning says most. */
function shortened(moment: Moment): Moment {
  const sentences = sentencesOf(moment.text);
  const text =
    moment.shown.length > 0 ? ending(moment.text, sentences) : beginning(moment.text, sentences);
  const shown = few(upToCut(moment.shown, moment.shown.map(shortenedBlock)));
  const isCut = text !== moment.text || moment.shown.some((block, index) => block !== shown[index]);
  return isCut ? { ...moment, text, shown, isCut } : moment;
}

/** Blocks up to the first that was cut, so that the mark of what is missing stands where it is missing; never without what is seen first. */
function upToCut(whole: readonly Shown[], blocks: readonly Shown[]): readonly Shown[] {
  const cut = blocks.findIndex((block, index) => block !== whole[index]);
  const last = Math.max(cut, blocks.findIndex(isObservable));
  return cut < 0 ? blocks : blocks.slice(0, last + 1);
}

/** As many blocks as have room in one moment. */
function few(blocks: readonly Shown[]): Shown[] {
  let room = TELLING_BYTES;
  const end = blocks.findIndex(({ text }, index) => {
    room -= Buffer.byteLength(text);
    return room < 0 && index > 0;
  });
  return blocks.slice(0, end < 0 ? undefined : end);
}

function beginning(text: string, sentences: readonly string[]): string {
  let end = 0;
  for (const sentence of sentences) {
    const next = text.indexOf(sentence, end) + sentence.length;
    if (end > 0 && next > TEXT_BYTES) break;
    end = next;
  }
  return text.slice(0, end);
}

function ending(text: string, sentences: readonly string[]): string {
  let start = text.length;
  for (const sentence of sentences.toReversed()) {
    const next = text.lastIndexOf(sentence, start);
    if (start < text.length && text.length - next > TEXT_BYTES) break;
    start = next;
  }
  return text.slice(start);
}

function shortenedBlock(block: Shown): Shown {
  const most = block.kind === "text" ? BLOCK_BYTES : SEEN_BYTES;
  if (Buffer.byteLength(block.text) <= most) return block;
  const lines = block.text.split("\n");
  let text = lines[0] ?? "";
  for (const line of lines.slice(1)) {
    if (text.length + line.length + 1 > most) break;
    text += `\n${line}`;
  }
  return { ...block, text };
}
