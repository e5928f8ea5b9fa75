import { randomUUID } from "node:crypto";
import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArticleContent } from "../site/article-content.ts";
import { textAt, type Extent } from "./file-parts.ts";

/**
 * What a thread has read of articles, until it renders their pages. It lies in a file, as JSON: in memory, an archive of 60,000 would take a
 * fifth of all that its build does.
 */
export class KeptContents {
  #file: number | undefined;
  #end = 0;
  #places = new Map<string, Extent>();

  keep(id: string, content: ArticleContent): void {
    this.#file ??= openNameless();
    const length = writeSync(this.#file, JSON.stringify(content), this.#end);
    this.#places.set(id, [this.#end, length]);
    this.#end += length;
  }

  /** Gives what was kept of an article, once. */
  take(id: string): ArticleContent | undefined {
    const place = this.#places.get(id);
    if (place === undefined || this.#file === undefined) return undefined;
    this.#places.delete(id);
    return JSON.parse(textAt(this.#file, place)) as ArticleContent;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#places.clear();
  }
}

/** A file that is gone when it is closed, or when the build is killed. */
function openNameless(): number {
  const path = join(tmpdir(), `kb-${randomUUID()}.contents`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}
