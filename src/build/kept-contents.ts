import { randomUUID } from "node:crypto";
import { closeSync, openSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArticleContent } from "../site/article-content.ts";
import type { Extent } from "./file-parts.ts";
import { TextReader, TextWriter } from "./texts.ts";

/**
 * What a thread has read of articles, until it renders their pages. It lies in a file, as JSON: in memory, an archive of 60,000 would take a
 * fifth of all that its build does.
 */
export class KeptContents {
  #file: KeptFile | undefined;
  #places = new Map<string, Extent>();

  keep(id: string, content: ArticleContent): void {
    this.#file ??= openFile();
    this.#places.set(id, this.#file.writer.add(JSON.stringify(content)));
  }

  /** Gives what was kept of an article, once; quickly where they are asked for in the order in which they were kept. */
  take(id: string): ArticleContent | undefined {
    const place = this.#places.get(id);
    if (place === undefined || this.#file === undefined) return undefined;
    this.#places.delete(id);
    this.#file.writer.flush();
    return JSON.parse(this.#file.reader.textAt(place)) as ArticleContent;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file.reader.file);
    this.#file = undefined;
    this.#places.clear();
  }
}

interface KeptFile {
  writer: TextWriter;
  reader: TextReader;
}

function openFile(): KeptFile {
  const file = openNameless();
  return { writer: new TextWriter(file), reader: new TextReader(file) };
}

/** A file that is gone when it is closed, or when the build is killed. */
function openNameless(): number {
  const path = join(tmpdir(), `kb-${randomUUID()}.contents`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}
