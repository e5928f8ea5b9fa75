import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Paths and bytes of the files of a site's search index. */
export async function digestOfIndex(site: string): Promise<string[]> {
  const folder = join(site, "pagefind");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const lines = files.map(async (file) => {
    const path = join(file.parentPath, file.name);
    const hash = createHash("sha256").update(await readFile(path));
    return `${relative(folder, path)} ${hash.digest("hex")}`;
  });
  return (await Promise.all(lines)).sort();
}
