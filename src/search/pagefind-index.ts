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

  static async open(): Promise<OpenIndex> {
    const { index, errors } = await createIndex({ forceLanguage: "en" });
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

  /** Writes the index of the pages that were added, and Pagefind's own programs. */
  async write(folder: string): Promise<void> {
    await Promise.all(this.#underway);
    const { errors } = await this.#index.writeFiles({ outputPath: folder });
    if (errors.length > 0) {
      throw new Error(`Pagefind could not write its index: ${errors.join("; ")}`);
    }
  }

  async close(): Promise<void> {
    await close();
  }
}
