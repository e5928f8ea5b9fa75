import type { Extent } from "./file-parts.ts";
import {
  bytesOfRows,
  endOfRow,
  keyIn,
  restIn,
  rowAt,
  rowsIn,
  type Row,
  type RowBytes,
} from "./rows.ts";

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
 * The pages of a plan, in its order. Each is a row until it is asked for, with these cells: address, digest, place and length of the model, and the
 * articles that the page reads, with blanks between.
 */
export class PlanPages {
  /** Rows of one part after those of the other. */
  readonly parts: readonly RowBytes[];
  /** How many pages there are. */
  readonly size: number;

  /** All of them, where they are objects already. */
  readonly #all: readonly PlannedPage[] | undefined;

  constructor(parts: readonly RowBytes[], size: number, all?: readonly PlannedPage[]) {
    this.parts = parts;
    this.size = size;
    this.#all = all;
  }

  static of(pages: readonly PlannedPage[]): PlanPages {
    return new PlanPages([bytesOfRows(pages.map(rowOf))], pages.length, pages);
  }

  all(): readonly PlannedPage[] {
    return this.#all ?? Array.from(this.#rows(), pageIn);
  }

  /** Those with one of some addresses, or that read one of some articles. */
  some(addresses: ReadonlySet<string>, articles: ReadonlySet<string>): PlannedPage[] {
    const found: PlannedPage[] = [];
    for (const row of this.#rows()) {
      if (addresses.has(keyIn(row)) || readsIn(row).some((id) => articles.has(id)))
        found.push(pageIn(row));
    }
    return found;
  }

  /** With others in the place of those that have their addresses. Throws where there is none. */
  with(changed: readonly PlannedPage[]): PlanPages {
    const bytes = this.#joined();
    const finder = new RowFinder(bytes);
    const byAddress = new Map(changed.map((page) => [page.address, page]));
    const found = Array.from(byAddress.values(), (page) => ({
      page,
      at: finder.find(page.address),
    }));
    const parts: RowBytes[] = [];
    let next = 0;
    for (const { page, at } of found.sort((a, b) => a.at - b.at)) {
      if (at === -1) throw new Error(`the plan has no page "${page.address}"`);
      parts.push(bytes.subarray(next, at), bytesOfRows([rowOf(page)]));
      next = endOfRow(bytes, at);
    }
    return new PlanPages([...parts, bytes.subarray(next)], this.size);
  }

  /** Finds pages by their addresses, quickly where they are asked for in the plan's order. */
  finder(): (address: string) => PlannedPage | undefined {
    const bytes = this.#joined();
    const rows = new RowFinder(bytes);
    return (address) => {
      const at = rows.find(address);
      return at === -1 ? undefined : pageIn(rowAt(bytes, at));
    };
  }

  #joined(): RowBytes {
    const [first, ...more] = this.parts;
    return first === undefined || more.length > 0 ? Buffer.concat(this.parts) : first;
  }

  *#rows(): Generator<Row, undefined> {
    for (const part of this.parts) yield* rowsIn(part);
  }
}

/** Finds rows by their keys, each after the one that was found before or, where it is not there, wherever it is. */
class RowFinder {
  readonly #bytes: RowBytes;
  #next = 0;
  #places: ReadonlyMap<string, number> | undefined;

  constructor(bytes: RowBytes) {
    this.#bytes = bytes;
  }

  /** -1 where there is no such row. */
  find(key: string): number {
    const at = this.#bytes.indexOf(`\n${key},`, this.#next);
    if (at === -1) return this.#anywhere(key);
    this.#next = at + 1;
    return at;
  }

  #anywhere(key: string): number {
    this.#next = this.#bytes.length;
    this.#places ??= placesIn(this.#bytes);
    return this.#places.get(key) ?? -1;
  }
}

function placesIn(bytes: RowBytes): Map<string, number> {
  let next = 0;
  const rows = Array.from(rowsIn(bytes), (row) => {
    const at = next;
    next += 1 + Buffer.byteLength(row);
    return [keyIn(row), at] as const;
  });
  return new Map(rows);
}

function rowOf({ address, digest, model, reads }: PlannedPage): Row {
  return [address, digest, ...model, reads.join(" ")].join();
}

function pageIn(row: Row): PlannedPage {
  const [digest = "", at, length] = restIn(row).split(",");
  return { address: keyIn(row), digest, model: [Number(at), Number(length)], reads: readsIn(row) };
}

function readsIn(row: Row): string[] {
  const reads = row.slice(row.lastIndexOf(",") + 1);
  return reads === "" ? [] : reads.split(" ");
}
