import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";

/** Pages on their way to Pagefind at a time: enough to keep it busy, few enough to keep memory flat. */
const AT_ONCE = 64;

/** Pagefind while it indexes one slice. Only one can be open at a time; it keeps all it indexes in memory until it is closed. */
export class OpenIndex {
  #index: PagefindIndex;
  #underway = new Set<Promise<void>>();

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** `maxFragments`: the most files that the pages' texts may take; as many as there are pages if left out. */
  static async open(maxFragments?: number): Promise<OpenIndex> {
    const shared = maxFragments !== undefined && { maxFragments };
    const { index, errors } = await createIndex({ forceLanguage: "en", ...shared });
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    return new OpenIndex(index);
  }

  /** Resolves when the next page can be added. Pages are numbered in the order in which they are added. */
  async add(url: string, html: string): Promise<void> {
    const adding = this.#add(url, html).finally(() => this.#underway.delete(adding));
    this.#underway.add(adding);
    if (this.#underway.size >= AT_ONCE) await Promise.race(this.#underway);
  }

  async #add(url: string, content: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join("; ")}`);
  }

  /** Writes the index of the pages that were added; with `core`, the program that searches it, too. */
  async write(folder: string, core: boolean): Promise<void> {
    await Promise.all(this.#underway);
    const { errors } = await this.#index.writeFiles({ outputPath: folder });
    if (errors.length > 0) {
      throw new Error(`Pagefind could not write its index: ${errors.join("; ")}`);
    }
    for (const name of await readdir(folder)) {
      if (!PUBLISHED.test(name) && !(core && name === CORE))
        await rm(join(folder, name), { recursive: true });
    }
    // Every slice asks for the program that all of them share; after the first, a file without one will do.
    if (!core) await writeFile(join(folder, "wasm.en.pagefind"), "pagefind_dcd");
  }

  async close(): Promise<void> {
    await close();
  }
}

/** What is published of Pagefind: the index and, once, its search core. The rest is interfaces that this site does not use. */
const PUBLISHED =
  /^(pagefind-entry\.json|wasm\.en\.pagefind|pagefind\..+\.pf_meta|fragment|index|filter)$/;
const CORE = "pagefind.js";
