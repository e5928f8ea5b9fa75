/** Reads an article and its scenario from disk, and proves the one against the other. */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { readArticle } from "../../article/file.ts";
import type { Finding } from "../../article/finding.ts";
import { articleFolder, type ArticleFolder } from "../../article/folders.ts";
import { isArticleId, pathOf } from "../../article/id.ts";
import type { Article } from "../../article/schema.ts";
import { checkScenario, citedIds, type CheckedScenario } from "../../simulator/proof.ts";
import { Misuse } from "../command.ts";
import { PROJECT_CONTENT } from "../site.ts";

/** The proved scenario of an article under `content`, or what is wrong. Throws `Misuse` where there is nothing to prove. */
export async function loadScenario(id: string, content: string): Promise<CheckedScenario> {
  const folder = folderOf(id, content);
  if (folder.scenario === undefined)
    throw new Misuse(`${id} has no simulator: there is no ${join(folder.path, "simulator.yaml")}.`);
  const { article, findings } = await readArticleIn(folder);
  if (article === undefined) return { findings };
  const scenarioText = await readFile(folder.scenario, "utf8");
  const cited = await articlesBy(citedIds(scenarioText), content);
  const file = shown(folder.scenario);
  return checkScenario({ article, scenarioText, file, articleById: (other) => cited.get(other) });
}

function folderOf(id: string, content: string): ArticleFolder {
  if (!isArticleId(id))
    throw new Misuse(
      `"${id}" is no article's id: expected capital letters, then digits, such as Q298836.`,
    );
  const folder = articleFolder(content, id, PROJECT_CONTENT);
  if (folder !== undefined) return folder;
  const where = join(shown(content), pathOf(id));
  throw new Misuse(
    `there is no article ${id}${existsSync(content) ? ` in ${where}` : `: no folder ${content}`}.`,
  );
}

async function articlesBy(ids: readonly string[], content: string): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const id of ids) {
    const folder = articleFolder(content, id);
    const article = folder && (await readArticleIn(folder)).article;
    if (article) articles.set(id, article);
  }
  return articles;
}

async function readArticleIn(
  folder: ArticleFolder,
): Promise<{ article?: Article; findings: Finding[] }> {
  const file = join(folder.path, "index.md");
  return readArticle(await readFile(file, "utf8"), shown(file));
}

/** A path as the person at the terminal would write it. */
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") || fromHere === "" ? path : fromHere;
}
