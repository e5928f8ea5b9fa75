import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isArticleId, pathOf } from "./id.ts";

/** Articles as they lie on disk: `CONTENT/kb/298/Q298836/index.md`, with what belongs to each beside it. */
export interface ArticleFolder {
  id: string;
  /** The folder, `CONTENT/kb/298/Q298836`. */
  path: string;
  /** Path of the article's scenario: its own, or the project's for the same id. Absent where there is neither. */
  scenario?: string;
}

/**
 * The article folders under `content/kb/`, in the order of their paths. Folders without an `index.md` are passed over.
 * `projectContent` is the project's own content folder, whose scenarios serve articles of the same id.
 */
export async function articleFolders(
  content: string,
  projectContent = content,
): Promise<ArticleFolder[]> {
  const groups = await folderNames(join(content, "kb"));
  const ids = await Promise.all(groups.map((group) => folderNames(join(content, "kb", group))));
  return ids
    .flat()
    .filter(isArticleId)
    .flatMap((id) => articleFolder(content, id, projectContent) ?? []);
}

/** The folder of one article, or undefined where there is none. */
export function articleFolder(
  content: string,
  id: string,
  projectContent = content,
): ArticleFolder | undefined {
  const path = join(content, pathOf(id));
  if (!existsSync(join(path, "index.md"))) return undefined;
  const scenario = [path, join(projectContent, pathOf(id))]
    .map((folder) => join(folder, "simulator.yaml"))
    .find((file) => existsSync(file));
  return scenario === undefined ? { id, path } : { id, path, scenario };
}

async function folderNames(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
