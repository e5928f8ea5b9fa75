/** The kinds of CBOR items (RFC 8949) that Pagefind's files hold: whole numbers, text, arrays, null. */

export const [WHOLE, NEGATIVE, TEXT, ARRAY] = [0, 1, 3, 4];

/** Reads item after item; can pass over what is only to be copied. */
export class CborReader {
  readonly bytes: Buffer;
  /** Where the next item begins. */
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Number of the items of an array, which follow. */
  array(): number {
    return this.#count(ARRAY);
  }

  number(): number {
    return this.#count(WHOLE);
  }

  text(): string {
    const length = this.#count(TEXT);
    return this.bytes.toString("utf8", this.at, (this.at += length));
  }

  /** Passes over one item, whatever is in it. */
  skip(): void {
    for (let items = 1; items > 0; items--) {
      const kind = (this.bytes[this.at] ?? 0) >> 5;
      const count = this.#count(kind);
      if (kind === TEXT) this.at += count;
      if (kind === ARRAY) items += count;
    }
  }

  /** The number in an item's head: in its first byte, or in the 1, 2, 4 or 8 bytes after it. */
  #count(expected: number): number {
    const head = this.bytes[this.at++] ?? 0;
    const kind = head >> 5;
    if (kind !== expected)
      throw new Error(`CBOR item of kind ${kind} where ${expected} was expected`);
    const short = head & 31;
    if (short < 24) return short;
    const length = 1 << (short - 24);
    const start = this.at;
    this.at += length;
    return length === 8
      ? Number(this.bytes.readBigUInt64BE(start))
      : this.bytes.readUIntBE(start, length);
  }
}

export type CborValue = number | string | readonly CborValue[];

export function cborOf(value: CborValue): Buffer {
  if (typeof value === "number") return head(WHOLE, value);
  if (typeof value === "string")
    return Buffer.concat([head(TEXT, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(ARRAY, value.length), ...value.map(cborOf)]);
}

export function head(kind: number, count: number): Buffer {
  const bytes: number[] = [];
  pushHead(bytes, kind, count);
  return Buffer.from(bytes);
}

/** The head of an item: its kind, and a number in the same byte or in 1, 2 or 4 more. A whole number is its head alone. */
export function pushHead(bytes: number[], kind: number, count: number): void {
  const high = kind << 5;
  if (count < 24) bytes.push(high | count);
  else if (count < 0x100) bytes.push(high | 24, count);
  else if (count < 0x10000) bytes.push(high | 25, count >> 8, count & 255);
  else bytes.push(high | 26, count >>> 24, (count >> 16) & 255, (count >> 8) & 255, count & 255);
}
