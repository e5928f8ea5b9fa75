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
 * The file of a plan. Models lie in it as JSON, one after another; then come the pages, notes for the plan after it, the lengths of
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
  readonly #extent: Extent;
  readonly #notes: Extent;
  #pages: readonly PlannedPage[] | undefined;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, "r");
    const end = fstatSync(this.file).size - END;
    const text = textAt(this.file, [end, END]);
    const [pages = 0, notes = 0, used = 0] = [0, 1, 2].map((at) =>
      Number(text.slice(at * LENGTH, (at + 1) * LENGTH)),
    );
    this.used = used;
    this.digest = text.slice(3 * LENGTH);
    this.size = end - notes - pages;
    this.#extent = [this.size, pages];
    this.#notes = [end - notes, notes];
  }

  /** See `PlanSource`. */
  notes(): Uint8Array {
    return bytesAt(this.file, this.#notes);
  }

  pages(): readonly PlannedPage[] {
    return (this.#pages ??= pagesIn(textAt(this.file, this.#extent)));
  }

  /** Finds pages by their addresses, quickly where they are asked for in the plan's order. */
  finder(): (address: string) => PlannedPage | undefined {
    let byAddress: ReadonlyMap<string, PlannedPage> | undefined;
    let next = 0;
    return (address) => {
      const pages = this.pages();
      while (next < pages.length) {
        const page = pages[next++];
        if (page?.address === address) return page;
      }
      byAddress ??= new Map(pages.map((page) => [page.address, page]));
      return byAddress.get(address);
    };
  }

  close(): void {
    closeSync(this.file);
  }
}

const END = 3 * LENGTH + DIGEST_LENGTH;

/** What is in a plan's file after the models. */
export function planEnd(pages: readonly PlannedPage[], notes: Uint8Array, digest: string): Buffer {
  const text = Buffer.from(textOf(pages));
  const used = pages.reduce((sum, { model: [, length] }) => sum + length, 0);
  const lengths = [text.length, notes.length, used].map(lengthOf).join("");
  return Buffer.concat([text, notes, Buffer.from(lengths + digest)]);
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** Pages as JSON, column by column: so they are read in half the time that it would take page by page. */
type Columns = [
  addresses: readonly string[],
  /** Of one length, one after another. */
  digests: string,
  models: readonly number[],
  /** Ids with blanks between. */
  reads: readonly string[],
];

function textOf(pages: readonly PlannedPage[]): string {
  const columns: Columns = [
    pages.map(({ address }) => address),
    pages.map(({ digest }) => digest).join(""),
    pages.flatMap(({ model }) => model),
    pages.map(({ reads }) => reads.join(" ")),
  ];
  return JSON.stringify(columns);
}

function pagesIn(text: string): PlannedPage[] {
  const [addresses, digests, models, reads] = JSON.parse(text) as Columns;
  return addresses.map((address, at) => ({
    address,
    digest: digests.slice(at * DIGEST_LENGTH, (at + 1) * DIGEST_LENGTH),
    model: [models[2 * at] ?? 0, models[2 * at + 1] ?? 0],
    reads: reads[at] ? reads[at].split(" ") : [],
  }));
}
