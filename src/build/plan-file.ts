import { closeSync, fstatSync, openSync } from "node:fs";
import { DIGEST_LENGTH } from "./digest.ts";
import { bytesAt, LENGTH, lengthOf, textAt, type Extent } from "./file-parts.ts";

/** A page of the site. */
export interface PlannedPage {
  address: string;
  /** Of the page's model. */
  digest: string;
  /** Where the model lies in the plan's file. */
  model: Extent;
  /** See `PagePlan`. */
  reads: readonly string[];
}

/**
 * The file of a plan. Models lie in it as JSON, one after another; then come a line for each page, notes for the plan after it, the lengths of
 * both, how many bytes of models are of these pages, and the digest of what the plan follows from.
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
  readonly #lines: Extent;
  readonly #notes: Extent;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, "r");
    const end = fstatSync(this.file).size - END;
    const text = textAt(this.file, [end, END]);
    const [lines = 0, notes = 0, used = 0] = [0, 1, 2].map((at) =>
      Number(text.slice(at * LENGTH, (at + 1) * LENGTH)),
    );
    this.used = used;
    this.digest = text.slice(3 * LENGTH);
    this.size = end - notes - lines;
    this.#lines = [this.size, lines];
    this.#notes = [end - notes, notes];
  }

  /** See `PlanSource`. */
  notes(): Uint8Array {
    return bytesAt(this.file, this.#notes);
  }

  pages(): PlannedPage[] {
    return this.#readLines().map(pageIn);
  }

  /** Finds pages by their addresses, quickly where they are asked for in the plan's order. */
  finder(): (address: string) => PlannedPage | undefined {
    let lines: string[] | undefined;
    let byAddress: ReadonlyMap<string, string> | undefined;
    let next = 0;
    return (address) => {
      lines ??= this.#readLines();
      while (next < lines.length) {
        const line = lines[next++] ?? "";
        if (isOf(address, line)) return pageIn(line);
      }
      byAddress ??= new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line]));
      const line = byAddress.get(address);
      return line === undefined ? undefined : pageIn(line);
    };
  }

  #readLines(): string[] {
    const text = textAt(this.file, this.#lines);
    return text === "" ? [] : text.split("\n");
  }

  close(): void {
    closeSync(this.file);
  }
}

const END = 3 * LENGTH + DIGEST_LENGTH;

/** What is in a plan's file after the models. */
export function planEnd(pages: readonly PlannedPage[], notes: Uint8Array, digest: string): Buffer {
  const lines = Buffer.from(pages.map(lineOf).join("\n"));
  const used = pages.reduce((sum, { model: [, length] }) => sum + length, 0);
  const lengths = [lines.length, notes.length, used].map(lengthOf).join("");
  return Buffer.concat([lines, notes, Buffer.from(lengths + digest)]);
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** There is no blank in an address or an id. */
function lineOf({ address, digest, model, reads }: PlannedPage): string {
  return [address, digest, ...model, ...reads].join(" ");
}

function pageIn(line: string): PlannedPage {
  const [address = "", digest = "", at, length, ...reads] = line.split(" ");
  return { address, digest, model: [Number(at), Number(length)], reads };
}

function isOf(address: string, line: string): boolean {
  return line.startsWith(address) && line[address.length] === " ";
}
