import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** What import does to files; tests put a full or broken disk in its place. */
export interface Disk {
  /** Throws where the file cannot be read. */
  read(path: string): Uint8Array;
  /** Nothing where there is no such file. Throws where it cannot be read. */
  readIfThere(path: string): Uint8Array | undefined;
  /** Makes a folder and those around it. Whether it was not there: then nothing is in it. Throws where it cannot. */
  makeFolder(path: string): boolean;
  /** Writes a file whole or not at all. Throws where it cannot. */
  write(path: string, content: string | Uint8Array): void;
}

export const disk: Disk = {
  read: (path) => readFileSync(path),
  readIfThere,
  makeFolder: (path) => mkdirSync(path, { recursive: true }) !== undefined,
  write,
};

function readIfThere(path: string): Uint8Array | undefined {
  try {
    // To say that there is none by an error takes long.
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** A reader never sees half a file: it is written beside its place, then renamed. */
function write(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  const temporary = join(folder, `.import-${process.pid}-${threadId}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
