import { remembered } from "../site/remembered.ts";
import type { Extent } from "./file-parts.ts";
import type { SeenFolder } from "./folders.ts";
import type { Row } from "./rows.ts";
import type { Scanned } from "./scan.ts";

/** What few folders have. */
export type Extras = Pick<Scanned, "findings" | "scenario">;

/**
 * What was read of a folder, as a row. Its cells: id, folder, names (with plus signs between), stamp, the digests of source, article and entry,
 * and place and length of the entry. What a folder does not have is empty; what few have is no part of the row.
 */
export function rowOf({ id, folder, names, stamp, digests, extent }: Scanned): Row {
  const { source = "", article = "", entry = "" } = digests ?? {};
  const [at = "", length = ""] = extent ?? [];
  return [id, folder, names.join("+"), stamp, source, article, entry, at, length].join();
}

/** A row whose entry has no place yet, with its place. */
export function placedRow(row: Row, [at, length]: Extent): Row {
  return `${row.slice(0, -1)}${at},${length}`;
}

/** What is not in the row; undefined where that is nothing. */
export function extrasOf({ findings, scenario }: Scanned): Extras | undefined {
  if (findings.length === 0 && scenario === undefined) return undefined;
  return { findings, ...(scenario && { scenario }) };
}

export function scannedIn(row: Row, own: Extras = { findings: [] }): Scanned {
  const [source = "", article = "", entry = ""] = row.split(",", SEEN + 3).slice(SEEN);
  const digests = { article, ...(source !== "" && { source }), entry };
  const extent = extentIn(row);
  return {
    ...seenIn(row),
    ...(extent && { extent }),
    ...(article !== "" && { digests }),
    ...own,
  };
}

/** The first cells say how the folder was seen. */
const SEEN = 4;

// Most folders have the same files: they share one list.
const listOf = remembered((names) => (names === "" ? [] : names.split("+")));

export function seenIn(row: Row): SeenFolder {
  const [id = "", folder = "", names = "", stamp = ""] = row.split(",", SEEN);
  return { id, folder, names: listOf(names), stamp };
}

/** Where the entry lies; undefined where there is none, or it has no place yet. */
export function extentIn(row: Row): Extent | undefined {
  const [at, length] = lastCommas(row);
  return at + 1 === length
    ? undefined
    : [Number(row.slice(at + 1, length)), Number(row.slice(length + 1))];
}

/** Empty where the folder's file is no article. */
export function entryDigestIn(row: Row): string {
  const [end] = lastCommas(row);
  return row.slice(row.lastIndexOf(",", end - 1) + 1, end);
}

/** Before the place of the entry, and before its length. */
function lastCommas(row: Row): [place: number, length: number] {
  const last = row.lastIndexOf(",");
  return [row.lastIndexOf(",", last - 1), last];
}
