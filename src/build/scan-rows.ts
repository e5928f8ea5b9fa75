import { remembered } from "../site/remembered.ts";
import type { Extent } from "./file-parts.ts";
import type { SeenFolder } from "./folders.ts";
import type { Row } from "./rows.ts";
import type { Scanned } from "./scan.ts";

/** What few folders have. */
export type Extras = Pick<Scanned, "findings" | "scenario">;

/**
 * What was read of a folder, as a row. Its cells: id, folder, names (with plus signs between), stamp, place and length of the entry, and the digests
 * of source, article and entry. What a folder does not have is empty; what few have is no part of the row.
 */
export function rowOf({ id, folder, names, stamp, extent, digests }: Scanned): Row {
  const { source = "", article = "", entry = "" } = digests ?? {};
  const [at = "", length = ""] = extent ?? [];
  return [id, folder, names.join("+"), stamp, at, length, source, article, entry].join();
}

/** What is not in the row; undefined where that is nothing. */
export function extrasOf({ findings, scenario }: Scanned): Extras | undefined {
  if (findings.length === 0 && scenario === undefined) return undefined;
  return { findings, ...(scenario && { scenario }) };
}

export function scannedIn(row: Row, own: Extras = { findings: [] }): Scanned {
  const [source = "", article = "", entry = ""] = row.split(",").slice(SEEN + 2);
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

/** Where the entry lies; undefined where there is none. */
export function extentIn(row: Row): Extent | undefined {
  const [at = "", length] = row.split(",", SEEN + 2).slice(SEEN);
  return at === "" ? undefined : [Number(at), Number(length)];
}

/** Empty where the folder's file is no article. */
export function entryDigestIn(row: Row): string {
  return row.slice(row.lastIndexOf(",") + 1);
}
