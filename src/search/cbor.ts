/** The kinds of CBOR items (RFC 8949) that Pagefind's files hold: whole numbers, text, arrays, null. */

const [WHOLE, NEGATIVE, TEXT, ARRAY, SIMPLE] = [0, 1, 3, 4, 7];

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

  /** A text with a character for each byte of it: such texts sort as their bytes do. */
  binaryText(): string {
    const length = this.#count(TEXT);
    return this.bytes.toString("latin1", this.at, (this.at += length));
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
    if (![WHOLE, NEGATIVE, TEXT, ARRAY, SIMPLE].includes(kind))
      throw new Error(`unexpected CBOR item of kind ${kind}`);
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
  if (typeof value === "number") return numberHead(value);
  if (typeof value === "string") return cborText(Buffer.from(value));
  return Buffer.concat([arrayHead(value.length), ...value.map(cborOf)]);
}

export function cborText(bytes: Buffer): Buffer {
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}

export function arrayHead(items: number): Buffer {
  return head(ARRAY, items);
}

/** A whole number is its head alone. */
export function numberHead(number: number): Buffer {
  return head(WHOLE, number);
}

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.of((kind << 5) | count);
  if (count < 0x100) return Buffer.of((kind << 5) | 24, count);
  const long = count >= 0x10000;
  const bytes = Buffer.of((kind << 5) | (long ? 26 : 25), ...new Uint8Array(long ? 4 : 2));
  bytes.writeUIntBE(count, 1, bytes.length - 1);
  return bytes;
}
