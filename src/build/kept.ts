import { readFileSync } from "node:fs";
import { ifThere, LENGTH, lengthOf } from "./file-parts.ts";
import { writeBeside } from "./output.ts";

/**
 * What is kept for the next build, in one file of two parts: a head that every build reads, and a tail for those that need it. They are
 * replaced together.
 */
export interface Kept<Head> {
  head: Head;
  tail: Uint8Array;
}

/** `head` is plain data. It is written while the build goes on. */
export function keep<Head>(file: string, { head, tail }: Kept<Head>): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(head));
  return writeBeside(file, [Buffer.from(lengthOf(bytes)), bytes, tail]);
}

/** Undefined where nothing is kept. */
export function readKept<Head>(file: string): Kept<Head> | undefined {
  const bytes = ifThere(() => readFileSync(file));
  if (bytes === undefined) return undefined;
  const end = LENGTH + Number(bytes.toString("latin1", 0, LENGTH));
  const head = JSON.parse(bytes.toString("utf8", LENGTH, end)) as Head;
  return { head, tail: bytes.subarray(end) };
}
