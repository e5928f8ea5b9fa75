import { resolve } from "node:path";

/** Folder that holds `kb/…`: `KB_CONTENT`, which `kb build` sets, or `content`. */
export function contentFolder(): string {
  return resolve(process.env["KB_CONTENT"] ?? "content");
}

/** The project's own content, whose scenarios serve articles of the same id elsewhere. */
export function projectContent(): string {
  return resolve(process.env["KB_PROJECT_CONTENT"] ?? "content");
}
