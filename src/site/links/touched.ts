import { finderIn, type Lists } from "./lists.ts";
import { countsOf, levelOf, SIZE, type Signatures } from "./signatures.ts";
import type { Things } from "./things.ts";

/** What edits of articles do to the signatures and the related articles of others. Articles are told by their numbers. */

/** Articles whose signatures may not be as they were: the edited ones, and those that have a thing that is rarer or more common now. */
export function touchedBy(edited: Iterable<number>, before: Things, now: Things): Set<number> {
  const touched = new Set(edited);
  const moved = movedThings(before, now);
  const { numbers, starts } = now;
  for (let article = 0; article + 1 < starts.length; article += 1) {
    for (let at = starts[article] as number; at < (starts[article + 1] as number); at += 1)
      if (moved[numbers[at] as number] === 1) touched.add(article);
  }
  return touched;
}

/** 1 for each thing that does not weigh what it did. */
function movedThings(before: Things, now: Things): Uint8Array {
  const [countsBefore, counts] = [countsOf(before), countsOf(now)];
  const articles = now.starts.length - 1;
  const moved = new Uint8Array(counts.length);
  for (let number = 0; number < counts.length; number += 1) {
    const [count = 0, countBefore = 0] = [counts[number], countsBefore[number]];
    if (count === countBefore) continue;
    const levelIf = (count: number) => levelOf(now.known[number] as number, count, articles);
    if (levelIf(count) !== levelIf(countBefore)) moved[number] = 1;
  }
  return moved;
}

/** Articles that may be related to others than before: those that share something with a touched one, or had one among theirs. */
export function reachedFrom(
  touched: ReadonlySet<number>,
  { things, weights, articles, starts }: Signatures,
  before: Lists,
): Set<number> {
  const reached = new Set(touched);
  for (const article of touched) {
    for (let place = article * SIZE; place < (article + 1) * SIZE; place += 1) {
      const thing = things[place] ?? 0;
      if (weights[place] === 0) continue;
      for (const other of articles.subarray(starts[thing], starts[thing + 1])) reached.add(other);
    }
  }
  const relatedTo = finderIn(before);
  for (let self = 0; self + 1 < before.starts.length; self += 1)
    if (relatedTo(self).some((other) => touched.has(other))) reached.add(self);
  return reached;
}
