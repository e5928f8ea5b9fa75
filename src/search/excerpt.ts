import type { ShownWord } from "./concealed.ts";
import { stemOf } from "./stem.ts";
import { chunksOf, wordsOf } from "./words.ts";

/** A run of text, marked where it answers the question. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** What answers the question. */
export interface Wanted {
  /** Words, wherever they stand. */
  words: ReadonlySet<string>;
  /** Words that answer it only one after another, in any form: not every `in`, where `sign in` is meant. */
  phrases: readonly (readonly string[])[];
}

/** Words of an excerpt. */
const LENGTH = 32;
/** Words shown before the first match, where there is room. */
const LEAD = 6;

/** Marks what of a text is wanted. */
export function markText(text: string, wanted: Wanted): Segment[] {
  const texts = text.split(/\s+/);
  return join(marked(texts, matchesIn(texts, wanted)));
}

/** Where the text answers best, in Pagefind's count of words: its first match there, or its beginning. */
export function bestPlace(shown: readonly ShownWord[], wanted: Wanted): number {
  return shown[bestStart(matchesIn(textsOf(shown), wanted))]?.from ?? 0;
}

/** The stretch of the text that answers best: the one with the most different matches. */
export function excerptOf(shown: readonly ShownWord[], wanted: Wanted): Segment[] {
  const texts = textsOf(shown);
  const matches = matchesIn(texts, wanted);
  const start = Math.max(0, Math.min(bestStart(matches) - LEAD, shown.length - LENGTH));
  const segments = join(marked(texts, matches).slice(start, start + LENGTH));
  const before = start > 0 ? [{ text: "… ", marked: false }] : [];
  const after = start + LENGTH < shown.length ? [{ text: " …", marked: false }] : [];
  return [...before, ...segments, ...after];
}

function textsOf(shown: readonly ShownWord[]): string[] {
  return shown.map(({ text }) => text);
}

function marked(texts: readonly string[], matches: readonly string[]): Segment[] {
  return texts.map((text, at) => ({ text, marked: matches[at] !== "" }));
}

/** Of each word of a text, the wanted one that it is; empty where it is none. */
function matchesIn(texts: readonly string[], { words, phrases }: Wanted): string[] {
  const written = texts.map(wordsOf);
  const found = written.map((ofText) => ofText.find((word) => words.has(word)) ?? "");
  const stems = phrases.length === 0 ? [] : written.map((ofText) => ofText.map(stemOf));
  for (const phrase of phrases) {
    for (let start = 0; start + phrase.length <= texts.length; start++) {
      if (!phrase.every((word, at) => stems[start + at]?.includes(stemOf(word)))) continue;
      for (const [at, word] of phrase.entries()) found[start + at] ||= word;
    }
  }
  return found;
}

/** Start of the window with the most different matching words; of equals, the first. */
function bestStart(marks: readonly string[]): number {
  const inWindow = new Map<string, number>();
  let best = { start: 0, kinds: 0 };
  const last = LENGTH - LEAD;
  for (let end = 0; end < marks.length; end++) {
    change(inWindow, marks[end] ?? "", 1);
    if (end >= last) change(inWindow, marks[end - last] ?? "", -1);
    const start = Math.max(0, end - last + 1);
    if (inWindow.size > best.kinds) best = { start, kinds: inWindow.size };
  }
  for (let at = best.start; at < best.start + last; at++) if (marks[at]) return at;
  return best.start;
}

function change(counts: Map<string, number>, word: string, by: number): void {
  if (word === "") return;
  const count = (counts.get(word) ?? 0) + by;
  if (count === 0) counts.delete(word);
  else counts.set(word, count);
}

/** Joins words by spaces, runs of equal marking into one segment. */
function join(words: readonly Segment[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words) {
    const last = segments.at(-1);
    if (last && last.marked === word.marked) last.text += ` ${word.text}`;
    else if (last?.marked) segments.push({ text: ` ${word.text}`, marked: false });
    else if (last) {
      last.text += " ";
      segments.push({ ...word });
    } else segments.push({ ...word });
  }
  return segments;
}

/** The words that stand at `places`, as the text spells them: forms of `asked`, not all that the index finds for a beginning. */
export function wordsAt(
  content: string,
  places: Iterable<number>,
  asked: readonly string[],
): Set<string> {
  const stored = content.split(/\s+/).filter(Boolean);
  const chunks = [...places].flatMap((place) => chunksOf(stored[place] ?? ""));
  const words = chunks.flatMap((chunk) => (chunk.plain ? chunk.words : chunk.words.slice(0, 1)));
  return new Set(words.filter((word) => asked.some((one) => isFormOf(word, one))));
}

/** Letters that a form of a word must share with its stem, and those that may follow. */
const LEAST_SHARED = 4;
const ENDING = 5;

/** Whether one is a form of the other: `printing` of `print`, `configuration` of `configure`; not `ipx` of `ip`, `hotkey` of `hot`. */
export function isFormOf(word: string, asked: string): boolean {
  if (word === asked || word === `${asked}s`) return true;
  const stem = stemOf(asked);
  let shared = 0;
  while (shared < stem.length && word[shared] === stem[shared]) shared++;
  return shared >= Math.max(LEAST_SHARED, stem.length - 1) && word.length - shared <= ENDING;
}
