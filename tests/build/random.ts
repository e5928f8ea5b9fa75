import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeArticle } from "../../src/article/file.ts";
import { pathOf } from "../../src/article/id.ts";
import type { FrontMatter } from "../../src/article/schema.ts";

/** A content folder that changes at random, the same way for the same seed. */

/** Numbers from 0 to below 1 (mulberry32, by Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PRODUCTS = ["Mail Server", "mail server", "Word Processor", "C++", "C#"];
const KEYWORDS = ["kbnetwork", "kbNetwork", "kbprint", "exc55", "tool"];
const ISSUES = ["kbprb", "kbbug", "kbinfo"];
const EVENTS = ["Spooler 7", "Spooler 8", "Mail 1005"];
const CODES = ["0xC0000005", "0xc0000005", "C1001", "1722"];
const FILES = ["store.exe", "STORE.EXE", "mtamsg.dll"];
const IDS = Array.from({ length: 24 }, (_, number) => `R${200_990 + number}`);

export class RandomContent {
  readonly folder: string;
  readonly #random: () => number;
  readonly #articles = new Map<string, FrontMatter & { body: string }>();

  constructor(folder: string, seed: number) {
    this.folder = folder;
    this.#random = randomFrom(seed);
  }

  /** So many edits, one after another; gives what each did. */
  async edits(count: number): Promise<string[]> {
    const done: string[] = [];
    for (let number = 0; number < count; number++) done.push(await this.#edit());
    return done;
  }

  /** Edits of one kind, of titles or texts of articles that are there. */
  async rewordings(count: number): Promise<string[]> {
    const done: string[] = [];
    const kind = this.#pick(["title", "body", "stress"]);
    for (let number = 0; number < count; number++) {
      const [id, article] = this.#pick([...this.#articles]);
      const change = kind === "stress" ? stressed(article) : this.#changeOf(kind);
      done.push(await this.#write(id, { ...article, ...change }, kind));
    }
    return done;
  }

  /** An article is written, changed or removed. */
  async #edit(): Promise<string> {
    const id = this.#pick(IDS);
    const article = this.#articles.get(id);
    if (article === undefined) return this.#write(id, this.#newArticle(id), "added");
    const kind = this.#pick([
      "title",
      "title",
      "body",
      "product",
      "keyword",
      "date",
      "facts",
      "removed",
    ]);
    if (kind === "removed") return this.#remove(id);
    return this.#write(id, { ...article, ...this.#changeOf(kind) }, kind);
  }

  #newArticle(id: string): FrontMatter & { body: string } {
    return {
      id,
      ...this.#changeOf("title"),
      ...this.#changeOf("body"),
      ...this.#changeOf("product"),
      ...this.#changeOf("keyword"),
      ...this.#changeOf("date"),
      ...this.#changeOf("facts"),
      issueType: this.#pick(ISSUES),
    } as FrontMatter & { body: string };
  }

  #changeOf(kind: string): Partial<FrontMatter & { body: string }> {
    const number = Math.floor(this.#random() * 1000);
    switch (kind) {
      case "title":
        return { title: `A title with the number ${number}` };
      case "body":
        return {
          symptoms: `Event ${number} is logged when ${this.#pick(IDS)} applies.`,
          body: `## More information\n\nFor more, see ${this.#pick(IDS)} and ${this.#pick(IDS)}.`,
        };
      case "product":
        return { products: [this.#pick(PRODUCTS)] };
      case "keyword":
        return { keywords: [this.#pick(KEYWORDS)] };
      case "facts": {
        const [source = "", id = ""] = this.#pick(EVENTS).split(" ");
        return {
          events: [{ source, id }],
          codes: [this.#pick(CODES)],
          files: [{ name: this.#pick(FILES) }],
          references: [this.#pick(IDS)],
        };
      }
      default:
        return { modified: `200${number % 4}-0${1 + (number % 9)}-1${number % 10}` };
    }
  }

  async #write(id: string, article: FrontMatter & { body: string }, what: string): Promise<string> {
    this.#articles.set(id, article);
    const { body, ...frontMatter } = article;
    await mkdir(join(this.folder, pathOf(id)), { recursive: true });
    const file = join(this.folder, pathOf(id), "index.md");
    await writeFile(file, writeArticle({ frontMatter, body }));
    return `${id} ${what}`;
  }

  async #remove(id: string): Promise<string> {
    this.#articles.delete(id);
    await rm(join(this.folder, pathOf(id)), { recursive: true });
    return `${id} removed`;
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }
}

/** Looks otherwise, and says the same to other articles. */
function stressed({ body }: { body: string }): { body: string } {
  return { body: body.replace(/\*?see\*?/, (word) => (word === "see" ? "*see*" : "see")) };
}
