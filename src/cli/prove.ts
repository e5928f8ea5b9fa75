import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readArticle, type ReadResult } from "../article/file.ts";
import { articleFolder, type ArticleFolder } from "../article/folders.ts";
import type { Article } from "../article/schema.ts";
import { contentOption } from "../build/places.ts";
import { citedIds } from "../simulator/cited.ts";
import { checkScenario, type CheckedScenario } from "../simulator/proof.ts";
import { shown } from "./shown.ts";

/** The article of a folder, and the text of its file for findings that point into it. */
export async function readFolder(
  folder: ArticleFolder,
): Promise<ReadResult & { text: string; file: string }> {
  const path = join(folder.path, "index.md");
  const file = shown(path);
  const text = await readFile(path, "utf8");
  return { ...readArticle(text, file), text, file };
}

/** Proves the scenario in the file `scenario` against its article, and against the articles in `content` that it cites. */
export async function proveScenario(
  article: Article,
  scenario: string,
  content: string,
): Promise<CheckedScenario> {
  const scenarioText = await readFile(scenario, "utf8");
  const cited = await articlesBy(citedIds(scenarioText), content);
  const file = shown(scenario);
  return checkScenario({
    article,
    scenarioText,
    file,
    articleById: (id) => cited.get(id),
    content: contentOption(content),
  });
}

async function articlesBy(ids: readonly string[], content: string): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const id of ids) {
    const folder = articleFolder(content, id);
    const article = folder && (await readFolder(folder)).article;
    if (article) articles.set(id, article);
  }
  return articles;
}
