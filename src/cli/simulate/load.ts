/** Finds an article and its scenario on disk, and proves the one against the other. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { articleFolder, type ArticleFolder } from "../../article/folders.ts";
import { isArticleId, pathOf } from "../../article/id.ts";
import type { CheckedScenario } from "../../simulator/proof.ts";
import { Misuse } from "../command.ts";
import { proveScenario, readFolder } from "../prove.ts";
import { shown } from "../shown.ts";
import { PROJECT_CONTENT } from "../site.ts";

/** The proved scenario of an article under `content`, or what is wrong. Throws `Misuse` where there is nothing to prove. */
export async function loadScenario(id: string, content: string): Promise<CheckedScenario> {
  const folder = folderOf(id, content);
  if (folder.scenario === undefined)
    throw new Misuse(`${id} has no simulator: there is no ${join(folder.path, "simulator.yaml")}.`);
  const { article, findings } = await readFolder(folder);
  if (article === undefined) return { findings };
  return proveScenario(article, folder.scenario, content);
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
