import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { checkMarkdown } from "../../article/check.ts";
import { readArticle } from "../../article/file.ts";
import type { Finding } from "../../article/finding.ts";
import { articleFolder, type ArticleFolder } from "../../article/folders.ts";
import { groupOf } from "../../article/id.ts";
import type { Article } from "../../article/schema.ts";
import { checkScenario, citedIds } from "../../simulator/proof.ts";

/**
 * Everything that can be found wrong with articles before a page is built: their files, their links, their scenarios.
 * All findings at once, in the order of the folders.
 */
export async function checkContent(
  folders: readonly ArticleFolder[],
  content: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await checkFolder(folder, content)));
  return findings;
}

async function checkFolder(folder: ArticleFolder, content: string): Promise<Finding[]> {
  const file = shown(join(folder.path, "index.md"));
  const text = await readFile(join(folder.path, "index.md"), "utf8");
  const { article, findings } = readArticle(text, file);
  if (article === undefined) return findings;
  return [
    ...findings,
    ...checkPlace(article, folder, file),
    ...checkMarkdown(article, text, file, (id) => articleFolder(content, id) !== undefined),
    ...(await checkSimulator(article, folder, content)),
  ];
}

/** The folder is the permalink, so it has to be the id's. */
function checkPlace({ frontMatter }: Article, folder: ArticleFolder, file: string): Finding[] {
  if (frontMatter.id === folder.id) return [];
  return [
    {
      ruleId: "article/id-is-not-folder",
      severity: "error",
      place: { file, line: 2, column: 1 },
      reason: `Unexpected id "${frontMatter.id}", expected "${folder.id}", the name of its folder`,
      expected: folder.id,
      actual: frontMatter.id,
      note: `Change the id, or move the folder to kb/${groupOf(frontMatter.id)}/${frontMatter.id}.`,
    },
  ];
}

async function checkSimulator(
  article: Article,
  folder: ArticleFolder,
  content: string,
): Promise<Finding[]> {
  if (folder.scenario === undefined) return [];
  const scenarioText = await readFile(folder.scenario, "utf8");
  const cited = await citedArticles(scenarioText, content);
  return checkScenario({
    article,
    scenarioText,
    file: shown(folder.scenario),
    articleById: (id) => cited.get(id),
  }).findings;
}

/** The articles that a scenario names and the content has. */
async function citedArticles(scenarioText: string, content: string): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const id of citedIds(scenarioText)) {
    const folder = articleFolder(content, id);
    if (folder === undefined) continue;
    const file = join(folder.path, "index.md");
    const { article } = readArticle(await readFile(file, "utf8"), file);
    if (article !== undefined) articles.set(id, article);
  }
  return articles;
}

/** A path as the person at the terminal would write it. */
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}
