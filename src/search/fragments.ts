import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentOf, pagefindFileSync, type IndexedPage } from "./pagefind-files.ts";

/** The pages' texts, which Pagefind calls fragments. */

/**
 * Writes texts into the folder of an index: one to a file, or all to one (`shared`). A file has the name of its first article, so that what a
 * browser kept from an earlier index is at least a text of the same article. Gives the pages.
 */
export function writeTexts(
  texts: readonly StoredText[],
  shared: boolean,
  folder: string,
): IndexedPage[] {
  const group = shared ? (texts[0]?.url ?? "") : "";
  const files: [string, unknown][] =
    group === ""
      ? texts.map((text) => [text.url, text])
      : [[group, Object.fromEntries(texts.map((text) => [text.url, text]))]];
  for (const [name, content] of files) writeFileSync(pathIn(folder, name), textFile(content));
  return texts.map(({ url, word_count }) => ({ id: url, words: word_count, group }));
}

function textFile(content: unknown): Buffer {
  return pagefindFileSync([Buffer.from(JSON.stringify(content))]);
}

/** What Pagefind kept of a page. */
export interface StoredText {
  /** Address that the page was indexed under. */
  url: string;
  content: string;
  word_count: number;
  /** None: those are ours. */
  filters: object;
  meta: { info: string; title: string };
  anchors: { element: string; id: string; text: string; location: number }[];
}

export async function readFragment(
  folder: string,
  { id, group }: Pick<IndexedPage, "id" | "group">,
): Promise<StoredText> {
  const bytes = contentOf(await readFile(pathIn(folder, group || id)));
  const file = JSON.parse(bytes.toString()) as StoredText & Record<string, StoredText | undefined>;
  return group === "" ? file : (file[id] ?? file);
}

function pathIn(folder: string, name: string): string {
  return join(folder, "fragment", `${name}.pf_fragment`);
}
