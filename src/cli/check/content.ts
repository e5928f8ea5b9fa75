import { checkMarkdown, checkPlace } from "../../article/check.ts";
import type { Finding } from "../../article/finding.ts";
import { articleFolder, type ArticleFolder } from "../../article/folders.ts";
import type { Article } from "../../article/schema.ts";
import { proveScenario, readFolder } from "../prove.ts";

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
  const { article, findings, text, file } = await readFolder(folder);
  if (article === undefined) return findings;
  return [
    ...findings,
    ...checkPlace(article, folder.id, file),
    ...checkMarkdown(article, text, file, (id) => articleFolder(content, id) !== undefined),
    ...(await checkSimulator(article, folder, content)),
  ];
}

async function checkSimulator(
  article: Article,
  folder: ArticleFolder,
  content: string,
): Promise<readonly Finding[]> {
  if (folder.scenario === undefined) return [];
  return (await proveScenario(article, folder.scenario, content)).findings;
}
