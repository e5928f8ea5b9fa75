import { hash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A digest to tell whether something changed: 120 bits of SHA-256, in 20 characters that a file name may have. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 20);
}

/** A digest of files below `root` by their paths and contents; tests are no part of what is built. */
export async function digestFiles(root: string, patterns: readonly string[]): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(patterns, { cwd: root, exclude: ["**/*.test.*"] })) {
    if (/\.[a-z0-9]+$/i.test(path)) paths.push(path.replaceAll("\\", "/"));
  }
  const parts = await Promise.all(
    paths.sort().map(async (path) => `${path} ${digestOf(await readFile(join(root, path)))}`),
  );
  return digestOf(parts.join("\n"));
}
