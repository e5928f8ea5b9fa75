import { closeSync, fstatSync, openSync } from "node:fs";
import { DIGEST_LENGTH } from "./digest.ts";
import { bytesAt, LENGTH, lengthIn, lengthOf, textAt, type Extent } from "./file-parts.ts";
import { PlanPages } from "./plan-pages.ts";

/**
 * The file of a plan. Models lie in it as JSON, one after another; then come the rows of the pages, notes for the plan after it, the lengths of
 * these two, how many pages there are, how many bytes of models are theirs, and the digest of what the plan follows from.
 */
export class PlanFile {
  readonly path: string;
  /** Open, for all threads of a build to read. */
  readonly file: number;
  readonly digest: string;
  /** Bytes of models. */
  readonly size: number;
  /** How many of them are of the plan's pages: the rest is left from plans before. */
  readonly used: number;
  readonly #count: number;
  readonly #rows: Extent;
  readonly #notes: Extent;
  #pages: PlanPages | undefined;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, "r");
    const end = fstatSync(this.file).size - END;
    const text = textAt(this.file, [end, END]);
    const [rows = 0, notes = 0, count = 0, used = 0] = [0, 1, 2, 3].map((at) =>
      Number(text.slice(at * LENGTH, (at + 1) * LENGTH)),
    );
    this.used = used;
    this.digest = text.slice(4 * LENGTH);
    this.size = end - notes - rows;
    this.#count = count;
    this.#rows = [this.size, rows];
    this.#notes = [end - notes, notes];
  }

  /** See `PlanSource`. */
  notes(): Uint8Array {
    return bytesAt(this.file, this.#notes);
  }

  get pages(): PlanPages {
    return (this.#pages ??= new PlanPages([bytesAt(this.file, this.#rows)], this.#count));
  }

  close(): void {
    closeSync(this.file);
  }
}

const END = 4 * LENGTH + DIGEST_LENGTH;

/** What is in a plan's file after the models, part by part. `used`: see `PlanFile`. */
export function planEnd(
  { parts, size }: PlanPages,
  { notes, used, digest }: { notes: readonly Uint8Array[]; used: number; digest: string },
): Uint8Array[] {
  const numbers = [lengthIn(parts), lengthIn(notes), size, used].map(lengthOf).join("");
  return [...parts, ...notes, Buffer.from(numbers + digest)];
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}
