import type { Word } from "./postings.ts";

/**
 * The words of an index in files small enough that a question can fetch one for each of its words: a quarter of the size of
 * Pagefind's own.
 */

export interface Chunk {
  /** First and last word. */
  from: string;
  to: string;
  /** Entries of the words. */
  content: Buffer[];
}

/** Bytes of a chunk before compression, about; 7 KB after it. */
const LENGTH = 16_000;

/** Cuts words into chunks. */
export function* chunksIn(words: Iterable<Word>): Generator<Chunk> {
  let chunk: Word[] = [];
  let length = 0;
  for (const word of words) {
    const last = chunk.at(-1);
    if (last && mayCut(last.word, word.word, length)) {
      yield chunkOf(chunk);
      chunk = [];
      length = 0;
    }
    chunk.push(word);
    length += word.bytes.length;
  }
  if (chunk.length > 0) yield chunkOf(chunk);
}

/**
 * Words that begin alike stay together, for Pagefind finds `printer` beside `print` where both are loaded: what it finds is not
 * to depend on where a chunk ends, or on what was asked before.
 */
function mayCut(last: string, next: string, length: number): boolean {
  const alike = length < 2 * LENGTH ? 3 : length < 3 * LENGTH ? 4 : Infinity;
  return length >= LENGTH && last.slice(0, alike) !== next.slice(0, alike);
}

function chunkOf(words: readonly Word[]): Chunk {
  const text = (word: Word | undefined) => Buffer.from(word?.word ?? "", "latin1").toString();
  return {
    from: text(words[0]),
    to: text(words.at(-1)),
    content: words.map(({ bytes }) => bytes),
  };
}
