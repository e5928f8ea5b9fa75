import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file of ours beside Pagefind's. It is written as gzip, whatever the host would do. */
export interface TextFile {
  /** Under the index's folder. */
  path: string;
  text: string;
}

const compress = promisify(gzip);

/** Writes files, all at once. */
export async function writeTextFiles(folder: string, files: readonly TextFile[]): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  await Promise.all(
    files.map(async ({ path, text }) =>
      writeFile(join(folder, path), await compress(text, { level: 9 })),
    ),
  );
}
