import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder: where `package.json` and `astro.config.mjs` stand. */
export const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The project's own articles; their scenarios serve articles of the same id in any other content folder. */
export const PROJECT_CONTENT = join(PROJECT_ROOT, "content");

/** A content folder as `--content` has to name it from here; undefined where commands look there by themselves. */
export function contentOption(content: string): string | undefined {
  if (resolve(content) === resolve("content")) return undefined;
  const fromHere = relative(process.cwd(), content);
  return fromHere.startsWith("..") ? resolve(content) : fromHere;
}

/** What a build may use again: it can be deleted at any time, and the next build takes longer. */
export const CACHE = join(PROJECT_ROOT, "node_modules/.cache/reprobase");
