import { closeSync, fstatSync, openSync } from "node:fs";
import { DIGEST_LENGTH } from "./digest.ts";
import {
  bytesAt,
  joinColumns,
  LENGTH,
  lengthOf,
  numbersAt,
  splitColumns,
  textAt,
  type Extent,
} from "./file-parts.ts";

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
 * The file of a plan. Models lie in it as JSON, one after another; then come the pages, where their models lie, notes for the plan after it, the
 * lengths of these three, how many bytes of models are of these pages, and the digest of what the plan follows from.
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
  readonly #models: Extent;
  readonly #notes: Extent;
  #pages: readonly PlannedPage[] | undefined;

  constructor(path: string) {
    this.path = path;
    this.file = openSync(path, "r");
    const end = fstatSync(this.file).size - END;
    const text = textAt(this.file, [end, END]);
    const [pages = 0, models = 0, notes = 0, used = 0] = [0, 1, 2, 3].map((at) =>
      Number(text.slice(at * LENGTH, (at + 1) * LENGTH)),
    );
    this.used = used;
    this.digest = text.slice(4 * LENGTH);
    this.size = end - notes - models - pages;
    this.#extent = [this.size, pages];
    this.#models = [this.size + pages, models];
    this.#notes = [end - notes, notes];
  }

  /** See `PlanSource`. */
  notes(): Uint8Array {
    return bytesAt(this.file, this.#notes);
  }

  pages(): readonly PlannedPage[] {
    return (this.#pages ??= pagesIn(
      textAt(this.file, this.#extent),
      numbersAt(this.file, this.#models),
    ));
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

const END = 4 * LENGTH + DIGEST_LENGTH;

/** What is in a plan's file after the models, part by part. */
export function planEnd(
  pages: readonly PlannedPage[],
  notes: Uint8Array,
  digest: string,
): Uint8Array[] {
  const text = Buffer.from(textOf(pages));
  const extents = new Float64Array(2 * pages.length);
  let used = 0;
  for (const [number, { model }] of pages.entries()) {
    extents.set(model, 2 * number);
    used += model[1];
  }
  const models = new Uint8Array(extents.buffer);
  const lengths = [text.length, models.length, notes.length, used].map(lengthOf).join("");
  return [text, models, notes, Buffer.from(lengths + digest)];
}

export function readModel(file: number, extent: Extent): object {
  return JSON.parse(textAt(file, extent)) as object;
}

/** Pages but for where their models lie. */
function textOf(pages: readonly PlannedPage[]): string {
  return joinColumns([
    pages.map(({ address }) => address),
    pages.map(({ digest }) => digest),
    pages.map(({ reads }) => reads.join(" ")),
  ]);
}

function pagesIn(text: string, models: Float64Array): PlannedPage[] {
  if (models.length === 0) return [];
  const [addresses = [], digests = [], reads = []] = splitColumns(text);
  return addresses.map((address, at) => ({
    address,
    digest: digests[at] ?? "",
    model: [models[2 * at] ?? 0, models[2 * at + 1] ?? 0],
    reads: reads[at] ? reads[at].split(" ") : [],
  }));
}
