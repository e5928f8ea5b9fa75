import { readSync } from "node:fs";
import { CACHE } from "./places.ts";

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
  fill(bytes, file, at);
  return bytes;
}

/** Reads as many bytes as there is room for, from a place of an open file. */
export function fill(bytes: Uint8Array, file: number, at: number): void {
  const read = readSync(file, bytes, 0, bytes.length, at);
  if (read < bytes.length)
    throw new Error(
      `a file that a build keeps ends after ${at + read} bytes: expected ${at + bytes.length}. Delete ${CACHE}`,
    );
}

/** The text, in UTF-8, of a part of an open file. */
export function textAt(file: number, extent: Extent): string {
  return bytesAt(file, extent).toString();
}
