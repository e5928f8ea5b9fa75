import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";

/** What Pagefind writes beside an index: its program for the browser, and the file that names it. */
export interface PagefindProgram {
  /** By their names in the index's folder. */
  files: Map<string, Uint8Array>;
  /** What the core reads before anything else, without the languages. */
  entry: object;
  version: string;
}

export const ENTRY = "pagefind-entry.json";
export const WASM = "wasm.en.pagefind";
/** Of Pagefind's interfaces only the core is published. */
const PUBLISHED = ["pagefind.js", WASM];

/** Asks the installed Pagefind for its program, by an index of one page. */
export async function pagefindProgram(): Promise<PagefindProgram> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    await index?.addCustomRecord({ url: "/", content: "page", language: "en" });
    const written = await index?.getFiles();
    const all = new Map(written?.files.map(({ path, content }) => [path, content]));
    if (!all.has(ENTRY)) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    const files = new Map(PUBLISHED.map((name) => [name, all.get(name) ?? new Uint8Array()]));
    return { files, ...readEntry(Buffer.from(all.get(ENTRY) ?? []).toString()) };
  } finally {
    await close();
  }
}

/** Of an index that stands beside another, whose program it shares: Pagefind's core asks for a file nevertheless. */
export async function sharedProgram(folder: string): Promise<PagefindProgram> {
  const files = new Map([[WASM, Buffer.from("pagefind_dcd")]]);
  return { files, ...readEntry(await readFile(join(folder, ENTRY), "utf8")) };
}

function readEntry(text: string): Omit<PagefindProgram, "files"> {
  const entry = JSON.parse(text) as { version: string };
  return { entry, version: entry.version };
}
