import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A digest to tell whether something changed: 120 bits of SHA-256, in 20 characters that a file name may have. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, DIGEST_LENGTH);
}

/** The same of bytes that come in parts. */
export function digestOfParts(parts: readonly Uint8Array[]): string {
  const all = createHash("sha256");
  for (const part of parts) all.update(part);
  return all.digest("base64url").slice(0, DIGEST_LENGTH);
}

export const DIGEST_LENGTH = 20;

/** The same of a SHA-256 that is known, in hexadecimal. */
export function digestOfSha256(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64url").slice(0, DIGEST_LENGTH);
}

/**
 * A digest of files below `root` by their paths and contents; tests are no part of what is built.
 *
 * @param places files, and folders (with a slash at the end) whose files are all meant
 */
export function digestFiles(root: string, places: readonly string[]): string {
  const paths = places.flatMap((place) => (place.endsWith("/") ? filesUnder(root, place) : place));
  const parts = paths
    .filter((path) => !/\.test\.\w+$/.test(path))
    .sort()
    .map((path) => `${path} ${digestOf(readFileSync(join(root, path)))}`);
  return digestOf(parts.join("\n"));
}

function filesUnder(root: string, folder: string): string[] {
  const found = readdirSync(join(root, folder), { withFileTypes: true });
  const shown = found.filter(({ name }) => !name.startsWith("."));
  return shown.flatMap((entry) => {
    const path = folder + entry.name;
    return entry.isDirectory() ? filesUnder(root, `${path}/`) : path;
  });
}
