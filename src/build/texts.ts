import { readSync, writeFileSync } from "node:fs";
import { textAt, type Extent } from "./file-parts.ts";

/** Texts that lie one after another in an open file, in UTF-8: a call of the system for each would take longer than the texts do. */

/** Bytes that are written or read at once: few enough for the memory to be that of all other times. */
const ROOM = 1 << 17;

/** Adds texts at the end of a file, which nothing else writes to meanwhile. */
export class TextWriter {
  readonly #file: number;
  /** Bytes in the file. */
  #size: number;
  /** Bytes that are still to be written, at the beginning of `#waiting`. */
  #filled = 0;
  readonly #waiting = Buffer.allocUnsafe(ROOM);

  /** `size`: bytes that are in the file, after which the next are written. */
  constructor(file: number, size = 0) {
    this.#file = file;
    this.#size = size;
  }

  /** Gives where the text lies; it can be read there after `flush`. */
  add(text: string): Extent {
    // A character of JavaScript takes three bytes at most.
    const most = 3 * text.length;
    if (this.#filled + most > ROOM) this.flush();
    const at = this.#end;
    if (most > ROOM) this.#write(Buffer.from(text));
    else this.#filled += this.#waiting.write(text, this.#filled);
    return [at, this.#end - at];
  }

  flush(): void {
    this.#write(this.#waiting.subarray(0, this.#filled));
    this.#filled = 0;
  }

  get #end(): number {
    return this.#size + this.#filled;
  }

  #write(bytes: Uint8Array): void {
    writeFileSync(this.#file, bytes);
    this.#size += bytes.length;
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
    if (!this.#has(extent) && length <= ROOM) this.#readFrom(at);
    if (!this.#has(extent)) return textAt(this.file, extent);
    const start = at - this.#start;
    return this.#bytes.toString("utf8", start, start + length);
  }

  #has([at, length]: Extent): boolean {
    return at >= this.#start && at + length <= this.#end;
  }

  #readFrom(at: number): void {
    this.#start = at;
    this.#end = at + readSync(this.file, this.#bytes, 0, ROOM, at);
  }
}
