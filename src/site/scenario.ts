import { readFile } from "node:fs/promises";
import { articleFolder } from "../article/folders.ts";
import { formatPlace } from "../article/finding.ts";
import type { Article } from "../article/schema.ts";
import { checkScenario, citedIds } from "../simulator/proof.ts";
import type { Scenario } from "../simulator/types.ts";
import { contentFolder, projectContent } from "./content.ts";
import { store } from "./site.ts";

/**
 * The scenario of an article, proved against its text. Throws where it has none, or where the proof fails: a page never
 * shows what was not checked.
 */
export async function scenarioOf(id: string): Promise<Scenario> {
  const file = articleFolder(contentFolder(), id, projectContent())?.scenario;
  if (file === undefined) throw new Error(`no scenario of ${id} in the content`);
  const scenarioText = await readFile(file, "utf8");
  const known = proved.get(id);
  if (known?.scenarioText === scenarioText) return known.scenario;
  const scenario = prove(id, file, scenarioText);
  proved.set(id, { scenarioText, scenario });
  return scenario;
}

/** An article's page, its instrument's page and its data are built from one proof. */
const proved = new Map<string, { scenarioText: string; scenario: Promise<Scenario> }>();

async function prove(id: string, file: string, scenarioText: string): Promise<Scenario> {
  const cited = await articlesBy(citedIds(scenarioText));
  const { scenario, findings } = checkScenario({
    article: await store.read(id),
    scenarioText,
    file,
    articleById: (other) => cited.get(other),
  });
  if (scenario !== undefined) return scenario;
  const told = findings.map(({ place, reason }) => `${formatPlace(place)} ${reason}`);
  throw new Error(`the scenario of ${id} was not proved:\n${told.join("\n")}`);
}

async function articlesBy(ids: readonly string[]): Promise<ReadonlyMap<string, Article>> {
  const here = ids.filter((id) => store.entryOf(id) !== undefined);
  return new Map(await Promise.all(here.map(async (id) => [id, await store.read(id)] as const)));
}
