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
  /** By the places where they will lie. */
  readonly #added = new Map<number, string>();
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
    for (const json of this.#added.values()) more.add(json);
    return more;
  }

  /** Bytes of entries, and of what is left between them. */
  get size(): number {
    return this.#size;
  }

  add(json: string): Extent {
    const at = this.#size + (this.#size > 0 ? BETWEEN.length : 0);
    const length = Buffer.byteLength(json);
    this.#added.set(at, json);
    this.#bytes = undefined;
    this.#size = at + length;
    return [at, length];
  }

  /** One entry as JSON. */
  jsonAt(extent: Extent): string {
    return this.#added.get(extent[0]) ?? textAt(this.#open, extent);
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
    for (const [at, json] of this.#added) {
      const start = at - this.#kept;
      if (at > 0) bytes.write(BETWEEN, start - BETWEEN.length);
      bytes.write(json, start);
    }
    return bytes;
  }
}

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
