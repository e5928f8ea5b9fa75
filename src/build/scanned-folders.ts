import { comparePaths } from "../article/id.ts";
import type { Extent } from "./file-parts.ts";
import type { SeenFolder } from "./folders.ts";
import { keyIn, type Row } from "./rows.ts";
import {
  entryDigestIn,
  extentIn,
  extrasOf,
  rowOf,
  scannedIn,
  seenIn,
  type Extras,
} from "./scan-rows.ts";
import type { Scanned } from "./scan.ts";
import { SortedRows } from "./sorted-rows.ts";

/** What is known anew of folders, by article; undefined of those that are gone. */
export type Anew = ReadonlyMap<string, Scanned | undefined>;

/** What is told of folders beside their rows. */
export interface FolderNotes {
  /** What few have, by article. */
  extras: Readonly<Record<string, Extras>>;
  /** How many hold an article that could be read. */
  articles: number;
  /** Bytes of their entries. */
  used: number;
}

/** What was read of all folders, in the order of their paths. They are objects only when they are asked for. */
export class ScannedFolders {
  readonly table: SortedRows;
  readonly notes: FolderNotes;

  constructor(
    table = new SortedRows(comparePaths),
    notes: FolderNotes = { extras: {}, articles: 0, used: 0 },
  ) {
    this.table = table;
    this.notes = notes;
  }

  static of(scanned: readonly Scanned[]): ScannedFolders {
    return new ScannedFolders().updated(new Map(scanned.map((one) => [one.id, one])));
  }

  get(id: string): Scanned | undefined {
    const row = this.table.get(id);
    return row === undefined ? undefined : this.#scannedIn(row);
  }

  all(): Scanned[] {
    return Array.from(this.table, (row) => this.#scannedIn(row));
  }

  /** Those with findings or a scenario. */
  special(): Scanned[] {
    const ids = Object.keys(this.notes.extras).sort(comparePaths);
    return ids.flatMap((id) => this.get(id) ?? []);
  }

  /** How all were seen, in their order. */
  seen(): SeenFolder[] {
    return Array.from(this.table, seenIn);
  }

  /** Of all, in their order; empty where there is no entry. */
  entryDigests(): string[] {
    return Array.from(this.table, entryDigestIn);
  }

  /** Where the entries of all lie, in their order. */
  extents(): Extent[] {
    const extents: Extent[] = [];
    for (const row of this.table) {
      const extent = extentIn(row);
      if (extent !== undefined) extents.push(extent);
    }
    return extents;
  }

  /** With what is known anew. */
  updated(anew: Anew): ScannedFolders {
    const rows = new Map<string, Row | undefined>();
    let { articles, used } = this.notes;
    for (const [id, now] of anew) {
      rows.set(id, now && rowOf(now));
      const was = this.get(id);
      articles += countOf(now) - countOf(was);
      used += bytesOf(now) - bytesOf(was);
    }
    const extras = updatedExtras(this.notes.extras, anew);
    return new ScannedFolders(this.table.updated(rows), { extras, articles, used });
  }

  #scannedIn(row: Row): Scanned {
    return scannedIn(row, this.notes.extras[keyIn(row)]);
  }
}

function countOf(scanned: Scanned | undefined): number {
  return scanned?.digests === undefined ? 0 : 1;
}

function bytesOf(scanned: Scanned | undefined): number {
  return scanned?.extent?.[1] ?? 0;
}

function updatedExtras(extras: FolderNotes["extras"], anew: Anew): FolderNotes["extras"] {
  const before = Object.entries(extras).filter(([id]) => !anew.has(id));
  const now: Record<string, Extras> = Object.fromEntries(before);
  for (const [id, scanned] of anew) {
    const own = scanned && extrasOf(scanned);
    if (own !== undefined) now[id] = own;
  }
  return now;
}
