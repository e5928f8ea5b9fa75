import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { open, readdir, rename, rm, rmdir, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ifThere } from "./file-parts.ts";

/** File of a page under the site's folder: `kb/298/Q298836/` is `kb/298/Q298836/index.html`. */
export function fileOf(address: string): string {
  return address === "" || address.endsWith("/") ? `${address}index.html` : address;
}

/** Tells this process from all others, on other machines too: they may share a file system. */
export const OWN = newName();

function newName(): string {
  return randomBytes(6).toString("hex");
}

/** Where a file is written before it takes its place. */
export function unfinished(path: string, own = OWN): string {
  return `${path}.${own}.new`;
}

/** Whether a build that was killed left this: a file that was being written and not yet in its place. */
export function isUnfinished(path: string): boolean {
  return /\.[0-9a-f]{12}\.new$/.test(path);
}

/** Files that were to take a path's place, of builds that were killed or are still writing. */
export function unfinishedOf(path: string): string[] {
  const folder = dirname(path);
  const names = ifThere(() => readdirSync(folder)) ?? [];
  const left = names.filter((name) => name.startsWith(basename(path)) && isUnfinished(name));
  return left.map((name) => join(folder, name));
}

/** Writes a file whole: readers find what was there before or what is there now, nothing between. */
export function writeWhole(
  path: string,
  content: Uint8Array | string | readonly Uint8Array[],
  isFresh = false,
): void {
  const target = isFresh ? path : unfinished(path);
  if (isFresh) makeFolder(dirname(path));
  try {
    write(target, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    makeFolder(dirname(path));
    write(target, content);
  }
  if (!isFresh) renameSync(target, path);
}

function write(path: string, content: Uint8Array | string | readonly Uint8Array[]): void {
  if (typeof content === "string" || content instanceof Uint8Array)
    return writeFileSync(path, content);
  const file = openSync(path, "w");
  try {
    for (const part of content) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** As `writeWhole`, of parts, while other work goes on. Each part is asked for when the one before it is written. */
export async function writeBeside(path: string, parts: Iterable<Uint8Array>): Promise<void> {
  // This process may be writing the same file already.
  const target = unfinished(path, newName());
  makeFolder(dirname(path));
  const file = await open(target, "w");
  try {
    for (const part of parts) await writeAll(file, part);
  } finally {
    await file.close();
  }
  await rename(target, path);
}

/** In one go: `writeFile` writes piece by piece, and has to wait for this thread between two. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

/** As `mkdir -p`, which is slower where only the last folder is missing. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") mkdirSync(path, { recursive: true });
    else if (code !== "EEXIST") throw error;
  }
}

/** Removes files under `folder`, and the folders that they leave empty. */
export async function removeFiles(folder: string, files: Iterable<string>): Promise<void> {
  for (const file of files) {
    await rm(join(folder, file), { force: true });
    await removeEmpty(folder, dirname(file));
  }
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  if (folder === ".") return;
  try {
    await rmdir(join(root, folder));
  } catch {
    return;
  }
  await removeEmpty(root, dirname(folder));
}

/** All files under a folder, with `/` between their parts; none where there is no such folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"));
}
