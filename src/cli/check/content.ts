import { checkMarkdown } from "../../article/check.ts";
import type { Finding } from "../../article/finding.ts";
import { articleFolder, type ArticleFolder } from "../../article/folders.ts";
import { groupOf } from "../../article/id.ts";
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
): Promise<readonly Finding[]> {
  if (folder.scenario === undefined) return [];
  return (await proveScenario(article, folder.scenario, content)).findings;
}
