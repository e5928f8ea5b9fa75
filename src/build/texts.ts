import { readSync, writeSync } from "node:fs";
import { bytesAt, type Extent } from "./file-parts.ts";

/** Texts that lie one after another in an open file, in UTF-8: a call of the system for each would take longer than the texts do. */

/** Bytes that are written or read at once: few enough for the memory to be that of all other times. */
const ROOM = 1 << 17;

/** Adds texts at the end of a file, which nothing else writes to meanwhile. */
export class TextWriter {
  readonly #file: number;
  /** Where the next text will lie. */
  #end: number;
  readonly #waiting = Buffer.allocUnsafe(ROOM);
  #filled = 0;

  /** `size`: bytes that are in the file. */
  constructor(file: number, size = 0) {
    this.#file = file;
    this.#end = size;
  }

  /** Gives where the text lies; it can be read there after `flush`. */
  add(text: string): Extent {
    const at = this.#end;
    // A character of JavaScript takes three bytes at most.
    if (this.#filled + 3 * text.length > ROOM) this.flush();
    if (3 * text.length > ROOM) {
      this.#write(Buffer.from(text));
    } else {
      const length = this.#waiting.write(text, this.#filled);
      this.#filled += length;
      this.#end += length;
    }
    return [at, this.#end - at];
  }

  flush(): void {
    if (this.#filled === 0) return;
    const waiting = this.#waiting.subarray(0, this.#filled);
    this.#filled = 0;
    this.#end -= waiting.length;
    this.#write(waiting);
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#end + at);
    }
    this.#end += bytes.length;
  }
}

/** Reads texts of a file, best in their order: those after the one that is asked for are read with it. */
export class TextReader {
  readonly file: number;
  /** What was read last, and where it lies. */
  readonly #bytes = Buffer.allocUnsafe(ROOM);
  #start = 0;
  #end = 0;

  constructor(file: number) {
    this.file = file;
  }

  /** Throws where the file ends before the text does. */
  textAt(extent: Extent): string {
    const [at, length] = extent;
    if (length > ROOM) return bytesAt(this.file, extent).toString();
    if (at < this.#start || at + length > this.#end) this.#readFrom(at);
    if (at + length > this.#end) return bytesAt(this.file, extent).toString();
    return this.#bytes.toString("utf8", at - this.#start, at - this.#start + length);
  }

  #readFrom(at: number): void {
    this.#start = at;
    this.#end = at + readSync(this.file, this.#bytes, 0, ROOM, at);
  }
}
