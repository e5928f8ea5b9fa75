import {
  BREAK,
  bytesOfRows,
  endOfRow,
  keyAt,
  rowAt,
  rowsIn,
  type Row,
  type RowBytes,
} from "./rows.ts";

/** The order of keys: negative, 0 or positive. */
type Compare = (a: string, b: string) => number;

/** Rows by their keys; undefined of those that are to be taken out. */
type RowChanges = ReadonlyMap<string, Row | undefined>;

/**
 * A table of rows in the order of their keys. It stays as it was read, in bytes, with what changed since beside it: to find some rows, to replace
 * them and to write the table again takes little of the time and the memory that objects of all rows would take.
 */
export class SortedRows {
  readonly #compare: Compare;
  readonly #bytes: RowBytes;
  readonly #changes: RowChanges;
  #parts: readonly RowBytes[] | undefined;

  /** `bytes`: rows in order. */
  constructor(compare: Compare, bytes: RowBytes = Buffer.of(), changes: RowChanges = new Map()) {
    this.#compare = compare;
    this.#bytes = bytes;
    this.#changes = changes;
  }

  get(key: string): Row | undefined {
    if (this.#changes.has(key)) return this.#changes.get(key);
    const at = this.#placeOf(key);
    return this.#isAt(at, key) ? rowAt(this.#bytes, at) : undefined;
  }

  *[Symbol.iterator](): Generator<Row, undefined> {
    for (const part of this.parts()) yield* rowsIn(part);
  }

  updated(changes: RowChanges): SortedRows {
    const all = this.#changes.size === 0 ? changes : new Map([...this.#changes, ...changes]);
    return new SortedRows(this.#compare, this.#bytes, all);
  }

  /** The table in bytes, part by part. */
  parts(): readonly RowBytes[] {
    return (this.#parts ??= this.#joined());
  }

  #joined(): RowBytes[] {
    const parts: RowBytes[] = [];
    let waiting: Row[] = [];
    let next = 0;
    const copy = (end: number) => {
      if (end === next) return;
      parts.push(bytesOfRows(waiting), this.#bytes.subarray(next, end));
      waiting = [];
      next = end;
    };
    for (const key of [...this.#changes.keys()].sort(this.#compare)) {
      copy(this.#placeOf(key, next));
      if (this.#isAt(next, key)) next = endOfRow(this.#bytes, next);
      const row = this.#changes.get(key);
      if (row !== undefined) waiting.push(row);
    }
    copy(this.#bytes.length);
    return [...parts, bytesOfRows(waiting)].filter(({ length }) => length > 0);
  }

  #isAt(at: number, key: string): boolean {
    return at < this.#bytes.length && keyAt(this.#bytes, at) === key;
  }

  /** Where the row of a key begins or would begin, from `start` on. */
  #placeOf(key: string, start = 0): number {
    let [low, high] = [start, this.#bytes.length];
    while (low < high) {
      const middle = this.#bytes.lastIndexOf(BREAK, (low + high) >>> 1);
      if (this.#compare(keyAt(this.#bytes, middle), key) < 0) low = endOfRow(this.#bytes, middle);
      else high = middle;
    }
    return low;
  }
}
