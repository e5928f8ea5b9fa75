import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentOf, pagefindFile, type IndexedPage } from "./pagefind-files.ts";

/** The pages' texts, which Pagefind calls fragments. */

/**
 * Where the text of a page stands. It has the name of its article, so that what a browser kept from an earlier index is at least
 * a text of the same article.
 */
export interface TextPlace {
  name: string;
  /** The file that it shares with others; empty where it has one of its own. */
  group: string;
}

/** Moves texts from the folder of a slice to that of the index. `pages` and `places` are in the same order. */
export async function moveFragments(
  slice: string,
  pages: readonly IndexedPage[],
  places: readonly TextPlace[],
  folder: string,
): Promise<void> {
  await mkdir(join(folder, "fragment"), { recursive: true });
  const moves = places.map((place, at) => ({ ...place, from: pathIn(slice, pages[at]?.id ?? "") }));
  for (const [group, members] of Map.groupBy(moves, (move) => move.group)) {
    if (group !== "") await writeFile(pathIn(folder, group), await groupFile(members));
    else for (const { from, name } of members) await rename(from, pathIn(folder, name));
  }
}

/** Texts by name in one file. */
async function groupFile(members: readonly { name: string; from: string }[]): Promise<Buffer> {
  const texts = members.map(async ({ name, from }) => {
    const text = contentOf(await readFile(from)).toString();
    return `${JSON.stringify(name)}:${text}`;
  });
  return pagefindFile([Buffer.from(`{${(await Promise.all(texts)).join(",")}}`)]);
}

/** What Pagefind kept of a page. */
export interface StoredText {
  /** Address that the page was indexed under. */
  url: string;
  content: string;
  meta: { title: string };
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
