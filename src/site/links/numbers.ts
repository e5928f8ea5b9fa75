/** Gives each of many keys, which are whole numbers below 2^32, a number of its own: 0, 1, 2… in the order in which they are asked for first. */
export class Numbers {
  #known: Uint32Array;
  #count = 0;
  /** A power of two of places. A key stands at the place that follows from it, or at the next that was free, as its number and one; 0 is free. */
  #places: Uint32Array;

  /** `known`: keys that have numbers already, by these. */
  constructor(known: Uint32Array = new Uint32Array()) {
    this.#known = new Uint32Array(Math.max(16, 2 * known.length));
    this.#places = placesFor(this.#known.length);
    for (const key of known) this.of(key);
  }

  of(key: number): number {
    const place = this.#placeOf(key);
    const number = (this.#places[place] as number) - 1;
    return number < 0 ? this.#add(key, place) : number;
  }

  /** All keys, by their numbers. */
  known(): Uint32Array {
    return this.#known.slice(0, this.#count);
  }

  #placeOf(key: number): number {
    const last = this.#places.length - 1;
    let place = (Math.imul(key, SPREAD) >>> 7) & last;
    for (let taken = this.#places[place]; taken; taken = this.#places[place]) {
      if (this.#known[taken - 1] === key) break;
      place = (place + 1) & last;
    }
    return place;
  }

  #add(key: number, place: number): number {
    if (this.#count === this.#known.length) return this.#grow().of(key);
    this.#known[this.#count] = key;
    this.#count += 1;
    this.#places[place] = this.#count;
    return this.#count - 1;
  }

  #grow(): this {
    const { length } = this.#known;
    this.#known = resized(this.#known, 2 * length);
    this.#places = placesFor(2 * length);
    for (let at = 0; at < length; at += 1)
      this.#places[this.#placeOf(this.#known[at] as number)] = at + 1;
    return this;
  }
}

/** Odd, and its bits are mixed: near keys come to stand far from each other. */
const SPREAD = 0x9e3779b1;

/** More than twice as many as keys, so that a free one is near. */
function placesFor(keys: number): Uint32Array {
  return new Uint32Array(2 ** Math.ceil(Math.log2(2 * keys + 1)));
}

export function resized(numbers: Uint32Array, length: number): Uint32Array {
  const all = new Uint32Array(length);
  all.set(numbers);
  return all;
}
