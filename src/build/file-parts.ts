import { readSync } from "node:fs";

/** What the files that builds keep have in common: they may not be there, parts of them are read alone, and some tell their length. */

/** Bytes of a part's length, which stand before or after it as decimal digits. */
export const LENGTH = 12;

export function lengthOf(length: number): string {
  return String(length).padStart(LENGTH);
}

export function lengthIn(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** What `open` gives of a file; undefined where there is no such file. */
export function ifThere<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Bytes of a file. */
export type Extent = readonly [at: number, length: number];

/** A part of an open file. */
export function bytesAt(file: number, [at, length]: Extent): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}

/** The text, in UTF-8, of a part of an open file. */
export function textAt(file: number, extent: Extent): string {
  return bytesAt(file, extent).toString();
}
