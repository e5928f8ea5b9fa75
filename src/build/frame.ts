import type { PageParts } from "../site/page.ts";

/** What all pages of a kind have in common: the text before their own head, between that and their own body, and after it. */
export type Frame = readonly [start: string, middle: string, end: string];

/** The frame of a document in which `mark` stands where the page's own head and its own body are to be. */
export function frameIn(document: string, mark: string): Frame {
  const [start, middle, end, ...more] = document.split(mark);
  if (start === undefined || middle === undefined || end === undefined || more.length > 0) {
    throw new Error("a frame has one place for the page's own head, and one for its own body");
  }
  return [start, middle, end];
}

/** A page's bytes. */
export function framed([start, middle, end]: Frame, { head, body }: PageParts): Uint8Array {
  return Buffer.from(start + head + middle + body + end);
}
