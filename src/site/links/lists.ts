import { resized } from "./numbers.ts";

/** Lists of numbers below 2^32, one after another: list `n` stands from `starts[n]` on, up to `starts[n + 1]`. Plain data. */
export interface Lists {
  numbers: Uint32Array;
  starts: Uint32Array;
}

/** As many lists, each as `find` finds it by its number. */
export function makeLists(length: number, find: (list: number) => ArrayLike<number>): Lists {
  const lists = new NumberLists();
  for (let list = 0; list < length; list += 1) lists.addAll(find(list));
  return lists.all();
}

/** Finds lists by their numbers. */
export function finderIn({ numbers, starts }: Lists): (list: number) => Uint32Array {
  return (list) => numbers.subarray(starts[list], starts[list + 1]);
}

/** Lists some of which are replaced, by their numbers. */
export function replaceLists(
  { numbers, starts }: Lists,
  changed: ReadonlyMap<number, ArrayLike<number>>,
): Lists {
  const order = [...changed.keys()].sort((a, b) => a - b);
  const startsNow = starts.slice();
  let moved = 0;
  for (const [at, list] of order.entries()) {
    const length = (starts[list + 1] ?? 0) - (starts[list] ?? 0);
    moved += (changed.get(list)?.length ?? 0) - length;
    const end = order[at + 1] ?? starts.length - 1;
    if (moved !== 0)
      for (let after = list + 1; after <= end; after += 1)
        startsNow[after] = (startsNow[after] as number) + moved;
  }
  const now = new Uint32Array(startsNow.at(-1) ?? 0);
  let next = 0;
  for (const list of order) {
    now.set(numbers.subarray(starts[next], starts[list]), startsNow[next]);
    now.set(changed.get(list) ?? [], startsNow[list]);
    next = list + 1;
  }
  now.set(numbers.subarray(starts[next]), startsNow[next]);
  return { numbers: now, starts: startsNow };
}

/** For each of `length` numbers, the numbers of the lists that it stands in, in their order. */
export function listsWith({ numbers, starts }: Lists, length: number): Lists {
  const startsOf = new Uint32Array(length + 1);
  for (const number of numbers) startsOf[number + 1] = (startsOf[number + 1] as number) + 1;
  for (let number = 0; number < length; number += 1)
    startsOf[number + 1] = (startsOf[number + 1] as number) + (startsOf[number] as number);
  const lists = new Uint32Array(numbers.length);
  const next = startsOf.slice();
  for (let list = 0, at = 0; list + 1 < starts.length; list += 1) {
    for (; at < (starts[list + 1] as number); at += 1) {
      const number = numbers[at] as number;
      lists[next[number] as number] = list;
      next[number] = (next[number] as number) + 1;
    }
  }
  return { numbers: lists, starts: startsOf };
}

/** Makes such lists. */
export class NumberLists {
  #numbers: Uint32Array = new Uint32Array(1 << 16);
  #end = 0;
  readonly #starts = [0];

  /** Adds a number to the list at hand. */
  add(number: number): void {
    if (this.#end === this.#numbers.length) this.#grow();
    this.#numbers[this.#end] = number;
    this.#end += 1;
  }

  /** Adds a whole list. */
  addAll(list: ArrayLike<number>): void {
    const end = this.#end + list.length;
    while (end > this.#numbers.length) this.#grow();
    for (let at = 0; at < list.length; at += 1) this.#numbers[this.#end + at] = list[at] as number;
    this.#end = end;
    this.end();
  }

  /** Adds a number unless the list at hand has it. */
  addOnce(number: number): void {
    const start = this.#starts.at(-1) ?? 0;
    for (let at = this.#end - 1; at >= start; at -= 1) if (this.#numbers[at] === number) return;
    this.add(number);
  }

  #grow(): void {
    this.#numbers = resized(this.#numbers, 2 * this.#numbers.length);
  }

  /** Ends the list at hand; the next one begins. */
  end(): void {
    this.#starts.push(this.#end);
  }

  /** All that were ended. */
  all(): Lists {
    return { numbers: this.#numbers.slice(0, this.#end), starts: Uint32Array.from(this.#starts) };
  }
}
