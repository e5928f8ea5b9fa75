/** What the files that are kept for the next build have in common: they may not be there, and parts of them tell their length. */

/** Bytes of a part's length, which stand before or after it as decimal digits. */
export const LENGTH = 12;

export function lengthOf(part: Uint8Array): string {
  return String(part.length).padStart(LENGTH);
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
