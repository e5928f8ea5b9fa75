import { closeSync, fstatSync, openSync } from "node:fs";
import { DIGEST_LENGTH } from "./digest.ts";
import { LENGTH, lengthOf, textAt, type Extent } from "./file-parts.ts";

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
 * The file of a plan. Models lie in it as JSON, one after another; then come a line for each page, the length of these lines, how many bytes
 * of models are of these pages, and the digest of what the plan follows from.
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

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, "r");
    const end = fstatSync(this.file).size - END;
    const text = textAt(this.file, [end, END]);
    const length = Number(text.slice(0, LENGTH));
    this.used = Number(text.slice(LENGTH, 2 * LENGTH));
    this.digest = text.slice(2 * LENGTH);
    this.size = end - length;
    this.#lines = [this.size, length];
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

const END = 2 * LENGTH + DIGEST_LENGTH;

/** What is in a plan's file after the models. */
export function planEnd(pages: readonly PlannedPage[], digest: string): Buffer {
  const lines = Buffer.from(pages.map(lineOf).join("\n"));
  const used = pages.reduce((sum, { model: [, length] }) => sum + length, 0);
  return Buffer.concat([lines, Buffer.from(lengthOf(lines.length) + lengthOf(used) + digest)]);
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
