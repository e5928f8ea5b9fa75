/** Rows of replies that are made when they are read, in any order. */

import type { Reply, Rows } from "./device.ts";

/** Parts of an answer, one after the other; rows among them can be read without those before them. */
class Joined implements Iterable<Reply> {
  readonly parts: readonly Iterable<Reply>[];

  constructor(parts: readonly Iterable<Reply>[]) {
    this.parts = parts;
  }

  *[Symbol.iterator]() {
    for (const part of this.parts) yield* part;
  }
}

/** One after the other. */
export function joined(...parts: readonly Iterable<Reply>[]): Iterable<Reply> {
  return new Joined(parts);
}

export function rows(count: number, at: (index: number) => Reply): Rows {
  return {
    count,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield at(index);
    },
  };
}

/** The parts of an answer, in order. */
export function partsOf(replies: Iterable<Reply>): readonly Iterable<Reply>[] {
  return replies instanceof Joined ? replies.parts.flatMap(partsOf) : [replies];
}

export function isRows(part: Iterable<Reply>): part is Rows {
  return "count" in part && "at" in part;
}
