import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readArticle } from "../article/file.ts";
import { articleFolders, type ArticleFolder } from "../article/folders.ts";
import { formatPlace } from "../article/finding.ts";
import type { Article, FrontMatter } from "../article/schema.ts";
import { contentFolder, projectContent } from "./content.ts";

/**
 * What the pages know of every article. Small enough to hold for a whole archive; texts are read when a page needs
 * them.
 */
export interface Entry {
  id: string;
  title: string;
  products: readonly string[];
  keywords: readonly string[];
  /** Issue type codes, such as `kbprb`: mostly one. */
  issueTypes: readonly string[];
  /** `YYYY-MM-DD`; absent where the article does not say. */
  modified?: string;
  hasSimulator: boolean;
}

export interface Store {
  /** In the order of the articles' folders. */
  entries: readonly Entry[];
  entryOf(id: string): Entry | undefined;
  /** Reads the article's file. Throws where the content holds no readable article of this id. */
  read(id: string): Promise<Article>;
  /** The bytes that the article was imported from; undefined where they were not kept. */
  readSource(id: string): Promise<Uint8Array | undefined>;
}

/** Reads every article file once and keeps what `Entry` says. An unreadable one is left out: `kb check` tells why. */
export async function openStore(
  content = contentFolder(),
  project = projectContent(),
): Promise<Store> {
  const folders = await articleFolders(content, project);
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const entries: Entry[] = [];
  for (const batch of batches(folders, 64)) {
    const read = await Promise.all(batch.map(readEntry));
    entries.push(...read.filter((entry) => entry !== undefined));
  }
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    entries,
    entryOf: (id) => entryById.get(id),
    read: (id) => readFolder(required(byId.get(id), id)),
    readSource: (id) => readSource(required(byId.get(id), id)),
  };
}

async function readEntry(folder: ArticleFolder): Promise<Entry | undefined> {
  const file = join(folder.path, "index.md");
  const { article } = readArticle(await readFile(file, "utf8"), file);
  return article === undefined ? undefined : entryFor(article.frontMatter, folder);
}

function entryFor(front: FrontMatter, folder: ArticleFolder): Entry {
  return {
    id: folder.id,
    title: front.title,
    products: front.products ?? [],
    keywords: front.keywords ?? [],
    issueTypes: codesIn(front.issueType),
    ...(front.modified === undefined ? {} : { modified: front.modified }),
    hasSimulator: folder.scenario !== undefined,
  };
}

/** `kbhowto kbinfo` → both. */
export function codesIn(text: string | undefined): string[] {
  return text?.split(/[\s,;]+/).filter((code) => code !== "") ?? [];
}

async function readFolder(folder: ArticleFolder): Promise<Article> {
  const file = join(folder.path, "index.md");
  const { article, findings } = readArticle(await readFile(file, "utf8"), file);
  if (article !== undefined) return article;
  const [first] = findings;
  throw new Error(first === undefined ? file : `${formatPlace(first.place)} ${first.reason}`);
}

async function readSource(folder: ArticleFolder): Promise<Uint8Array | undefined> {
  const file = join(folder.path, "source.txt");
  return existsSync(file) ? readFile(file) : undefined;
}

function required(folder: ArticleFolder | undefined, id: string): ArticleFolder {
  if (folder === undefined) throw new Error(`no article ${id} in the content`);
  return folder;
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
