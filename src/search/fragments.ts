import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentOf, pagefindFileSync, type IndexedPage } from "./pagefind-files.ts";

/** The pages' texts, which Pagefind calls fragments. */

/**
 * Where the text of a page stands. Its file has the name of its article, so that what a browser kept from an earlier index is at least
 * a text of the same article.
 */
export interface TextPlace {
  name: string;
  /** The file that it shares with others; empty where it has one of its own. */
  group: string;
}

/** Writes texts into the folder of an index; `places` are in the same order. */
export function writeTexts(
  texts: readonly StoredText[],
  places: readonly TextPlace[],
  folder: string,
): void {
  const files = places.map((place, at) => ({ ...place, text: texts[at] }));
  for (const [group, members] of Map.groupBy(files, (file) => file.group)) {
    if (group !== "") {
      const byName = Object.fromEntries(members.map(({ name, text }) => [name, text]));
      writeFileSync(pathIn(folder, group), textFile(byName));
    } else
      for (const { name, text } of members) writeFileSync(pathIn(folder, name), textFile(text));
  }
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
