/**
 * A FAT volume: names of eight and three characters, and what a long name costs. After Microsoft's FAT32 File System
 * Specification, version 1.03: "Name Limits and Character Sets" and "The Basis-Name Generation Algorithm".
 */

import { callable, Trap, within, type Functions, type Signature } from "./library.ts";

/** Characters that a short name may not have, beside blanks and points. */
const FORBIDDEN = /[+,;=[\]]/g;

function parts(name: string): readonly [base: string, extension: string] {
  const point = name.lastIndexOf(".");
  return point <= 0
    ? [name.replace(/^\.+/, ""), ""]
    : [name.slice(0, point), name.slice(point + 1)];
}

function cleaned(text: string): string {
  return text.toUpperCase().replace(/[ .]/g, "").replace(FORBIDDEN, "_");
}

/** Whether a name is a short one as it stands, letter case aside. */
function isShort(name: string): boolean {
  return /^[^\s.+,;=[\]]{1,8}(\.[^\s.+,;=[\]]{1,3})?$/.test(name);
}

function withExtension(base: string, extension: string): string {
  return extension === "" ? base : `${base}.${extension}`;
}

/** The short name beside those that are taken: `PROGRA~1`, `PROGRA~2` … */
function shortName(name: string, taken: readonly string[]): string {
  const [long, rest] = parts(name);
  const [base, extension] = [cleaned(long), cleaned(rest).slice(0, 3)];
  if (base === "") throw new Trap("noResult", `"${name}" is no file name`);
  const plain = withExtension(base.slice(0, 8), extension);
  if (isShort(name) && !taken.includes(plain)) return plain;
  for (let n = 1; n < 1_000_000; n++) {
    const tail = `~${n}`;
    const short = withExtension(base.slice(0, 8 - tail.length) + tail, extension);
    if (!taken.includes(short)) return short;
  }
  throw new Trap("noResult", "No short name is left");
}

export const functions: Functions = {
  isShort,
  shortName,
  shortNames: (names: readonly string[]) =>
    names.reduce<readonly string[]>((taken, name) => [...taken, shortName(name, taken)], []),
  /** One for the short name; one more for each 13 characters of a long one. */
  entries: (name: string) =>
    isShort(name) && name === name.toUpperCase() ? 1n : 1n + BigInt(Math.ceil(name.length / 13)),
  clusters(bytes: bigint, cluster: bigint) {
    within(cluster, 1, 2 ** 31);
    return (bytes + cluster - 1n) / cluster;
  },
};

export const signatures: readonly Signature[] = [
  callable(
    "isShortName",
    "text -> flag",
    "Whether a name has at most eight characters, and three after the point.",
    "isShort",
  ),
  callable(
    "shortName",
    "text, list<text> -> text",
    "The name of eight and three characters that a file gets beside those taken already.",
  ),
  callable(
    "shortNames",
    "list<text> -> list<text>",
    "Short names of files that are made one after the other.",
  ),
  callable(
    "directoryEntries",
    "text -> number",
    "How many entries of a FAT directory a name takes.",
    "entries",
  ),
  callable(
    "clusters",
    "number, number -> number",
    "How many clusters of a size a file takes.",
    "clusters",
  ),
];
