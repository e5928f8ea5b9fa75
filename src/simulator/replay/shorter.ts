import { sentencesOf } from "../../article/plain.ts";
import { isObservable } from "./observables.ts";
import type { Moment, Shown } from "./replay.ts";

/** Of one text, of one thing that is seen, and of one block of code, which the article shows better. */
const TEXT_BYTES = 520;
const SEEN_BYTES = 640;
const BLOCK_BYTES = 240;

/** Of all blocks of one moment. */
const BLOCKS_BYTES = 1200;

/** Moments that are each short; one goes that speaks of what was cut from the text before it. */
export function shorter(moments: readonly Moment[]): Moment[] {
  const short = moments.map(shortened);
  return short.filter(({ text, marker }, index) => {
    const isAfterCut = index > 0 && short[index - 1]?.text !== moments[index - 1]?.text;
    return !isAfterCut || marker !== undefined || !SPEAKS_OF_LAST.test(text);
  });
}

/** `If this works, …` */
const SPEAKS_OF_LAST = /^(?:(?:if|when|after|once) )?(?:this|that|these|those|it|they)\b/i;

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
  let room = BLOCKS_BYTES;
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
