/**
 * Sets of unique ids as ascending ranges that neither touch nor overlap: `[[1, 65535]]` is a whole mailbox. Plain JSON,
 * so they may stand in a state; never changed in place.
 */

/** First and last id, both included. */
export type Range = [number, number];
export type Ranges = Range[];

/** Looks into a set by place and by id, each in logarithmic time. */
export interface View {
  readonly count: number;
  /** The id at `index` (0 is the lowest), or undefined beyond the end. */
  at(index: number): number | undefined;
  /** Where `uid` stands, or -1 when the set does not hold it. */
  indexOf(uid: number): number;
}

/** The set that holds every id of the given ranges, in whatever order and overlap. */
export function rangesOf(parts: Iterable<Readonly<Range>>): Ranges {
  const merged: Ranges = [];
  for (const [first, last] of [...parts].sort((a, b) => a[0] - b[0])) {
    const open = merged.at(-1);
    if (open !== undefined && first <= open[1] + 1) open[1] = Math.max(open[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

/** The set of single ids. */
export function rangesOfIds(uids: Iterable<number>): Ranges {
  return rangesOf(Array.from(uids, (uid): Range => [uid, uid]));
}

export function unite(a: Ranges, b: Ranges): Ranges {
  return rangesOf([...a, ...b]);
}

/** What `a` holds and `b` does not. */
export function subtract(a: Ranges, b: Ranges): Ranges {
  const rest: Ranges = [];
  let next = 0;
  for (const [first, last] of a) {
    let from = first;
    while ((b[next]?.[1] ?? Infinity) < from) next++;
    for (let i = next; (b[i]?.[0] ?? Infinity) <= last; i++) {
      const [start, end] = b[i] as Range;
      if (start > from) rest.push([from, start - 1]);
      from = end + 1;
    }
    if (from <= last) rest.push([from, last]);
  }
  return rest;
}

/** What both hold. */
export function intersect(a: Ranges, b: Ranges): Ranges {
  return subtract(a, subtract(a, b));
}

/** Every id, lowest first. */
export function* idsOf(ranges: Ranges): Generator<number> {
  for (const [first, last] of ranges) for (let uid = first; uid <= last; uid++) yield uid;
}

export function viewOf(ranges: Ranges): View {
  /** How many ids stand before each range. */
  const before: number[] = [];
  let count = 0;
  for (const [first, last] of ranges) {
    before.push(count);
    count += last - first + 1;
  }
  return {
    count,
    at(index) {
      if (!(index >= 0 && index < count)) return undefined;
      const i = lastAtMost(before.length, (j) => before[j] as number, index);
      return (ranges[i] as Range)[0] + index - (before[i] as number);
    },
    indexOf(uid) {
      const i = lastAtMost(ranges.length, (j) => (ranges[j] as Range)[0], uid);
      const range = ranges[i];
      return range === undefined || uid > range[1] ? -1 : (before[i] as number) + uid - range[0];
    },
  };
}

/** The last place below `length` whose value is at most `limit`; -1 when there is none. Values ascend. */
function lastAtMost(length: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
