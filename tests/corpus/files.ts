import { globSync } from "node:fs";

/** The unpacked archive, where there is one: articles that are not the project's, to measure and test against. */
export const CORPUS = process.env.KB_CORPUS || undefined;

/** All files of the archive, sorted by path. */
export function corpusFiles(root: string): string[] {
  return globSync(`${root}/{txt,kb}/**/*.{TXT,txt,md}`).sort();
}

/** Every n-th file, so that about `count` are spread evenly over all forms and years. */
export function spread(files: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(files.length / count));
  return files.filter((_, index) => index % step === 0);
}
