import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isArticleId, pathOf } from "../article/id.ts";

/** An article's folder on disk. */
export interface ArticleFolder {
  id: string;
  /** The folder, `…/kb/298/Q298836`. */
  path: string;
  hasSimulator: boolean;
}

/** The article folders under `content/kb/`, in the order of their paths. Folders that hold no `index.md` are passed over. */
export async function articleFolders(content: string): Promise<ArticleFolder[]> {
  const groups = await folderNames(join(content, "kb"));
  const lists = await Promise.all(
    groups.map((group) => foldersOfGroup(join(content, "kb", group))),
  );
  return lists.flat();
}

/** The folder of one article, or undefined where there is none. */
export function articleFolder(content: string, id: string): ArticleFolder | undefined {
  const path = join(content, pathOf(id));
  return existsSync(join(path, "index.md")) ? folderAt(path, id) : undefined;
}

async function foldersOfGroup(group: string): Promise<ArticleFolder[]> {
  const ids = (await folderNames(group)).filter(isArticleId);
  return ids
    .filter((id) => existsSync(join(group, id, "index.md")))
    .map((id) => folderAt(join(group, id), id));
}

function folderAt(path: string, id: string): ArticleFolder {
  return { id, path, hasSimulator: existsSync(join(path, "simulator.yaml")) };
}

async function folderNames(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
