import { closeSync } from "node:fs";
import { BETWEEN } from "./entry-json.ts";
import { bytesAt, fill, textAt, type Extent } from "./file-parts.ts";

/**
 * The entries of all articles as they are kept: each as JSON, where its extent says. Those that were kept before stay in their file until they are
 * asked for, at the places that they have there: what no entry lies in is left of those that were edited.
 */
export class EntryStore {
  /** Open, with the entries at its beginning. */
  readonly #file: number | undefined;
  readonly #kept: number;
  /** Entries and lists of them that will lie there after those. */
  readonly #added: string[] = [];
  #size: number;
  #bytes: Buffer | undefined;

  /** @param kept bytes of entries in the file */
  constructor(file?: number, kept = 0) {
    this.#file = file;
    this.#kept = kept;
    this.#size = kept;
  }

  /** The same to add to: it reads from the same file. */
  extended(): EntryStore {
    const more = new EntryStore(this.#file, this.#kept);
    for (const list of this.#added) more.addList(list);
    return more;
  }

  /** Bytes of entries, and of what is left between them. */
  get size(): number {
    return this.#size;
  }

  add(json: string): Extent {
    const at = this.addList(json);
    return [at, this.#size - at];
  }

  /** Adds entries with `BETWEEN` between; gives where the first of them will lie. */
  addList(list: string): number {
    const at = this.#size + (this.#size > 0 ? BETWEEN.length : 0);
    if (list === "") return at;
    this.#added.push(list);
    this.#bytes = undefined;
    this.#size = at + Buffer.byteLength(list);
    return at;
  }

  /** One entry as JSON. */
  jsonAt([at, length]: Extent): string {
    if (at < this.#kept) return textAt(this.#open, [at, length]);
    const start = at - this.#kept;
    return this.#addedBytes().toString("utf8", start, start + length);
  }

  /** Entries as JSON, with `BETWEEN` between. */
  json(extents: Iterable<Extent>): Buffer {
    const parts = runsOf(extents).flatMap((run, at) => [
      ...(at === 0 ? [] : [Buffer.from(BETWEEN)]),
      ...this.#partsOf(run),
    ]);
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
  }

  /** All of it, to be kept. Each part has to be used before the next one is asked for. */
  *parts(): Generator<Uint8Array, undefined> {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, this.#kept));
    for (let at = 0; at < this.#kept; at += PIECE) {
      const part = piece.subarray(0, this.#kept - at);
      fill(part, this.#open, at);
      yield part;
    }
    yield this.#addedBytes();
  }

  get #open(): number {
    if (this.#file === undefined) throw new Error("no entries were kept");
    return this.#file;
  }

  /** To be called when nothing of it will be asked for any more. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  /** A run's bytes: those in the file, and those that will come after them. */
  #partsOf([start, end]: Run): Buffer[] {
    const parts: Buffer[] = [];
    if (start < this.#kept)
      parts.push(bytesAt(this.#open, [start, Math.min(end, this.#kept) - start]));
    if (end > this.#kept) {
      const from = Math.max(start - this.#kept, 0);
      parts.push(this.#addedBytes().subarray(from, end - this.#kept));
    }
    return parts;
  }

  /** What stands after the entries that were kept before. */
  #addedBytes(): Buffer {
    return (this.#bytes ??= this.#bytesAfter());
  }

  // Written one by one: joined, they would be two bytes a character as soon as one of them is.
  #bytesAfter(): Buffer {
    // Shared, for a thread reads it beside this one.
    const bytes = Buffer.from(new SharedArrayBuffer(this.#size - this.#kept));
    let at = 0;
    for (const list of this.#added) {
      if (this.#kept + at > 0) at += bytes.write(BETWEEN, at);
      at += bytes.write(list, at);
    }
    return bytes;
  }
}

/** Bytes that are copied at once. */
const PIECE = 1 << 20;

type Run = [start: number, end: number];

/** Entries that lie together, in their order. */
function runsOf(extents: Iterable<Extent>): Run[] {
  const runs: Run[] = [];
  for (const [start, length] of extents) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + BETWEEN.length === start) last[1] = start + length;
    else runs.push([start, start + length]);
  }
  return runs;
}
