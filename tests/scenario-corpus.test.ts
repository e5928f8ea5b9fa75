import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArticle, writeArticle } from "../src/article/file.ts";
import { parseKbText } from "../src/kbtext/parse.ts";
import { checkScenario } from "../src/simulator/proof.ts";
import { CORPUS, corpusFiles } from "./corpus/files.ts";

if (CORPUS === undefined) console.warn("scenarios of the archive are not proved: set KB_CORPUS");

/** Scenarios whose article comes with the archive. */
const waiting = globSync("content/kb/*/*/simulator.yaml")
  .filter((file) => !existsSync(join(dirname(file), "index.md")))
  .sort();

test("a dozen articles of the archive have a scenario, none of them their text", () => {
  expect(waiting.length).toBeGreaterThanOrEqual(12);
});

describe.skipIf(CORPUS === undefined)("against its imported article", () => {
  const sources = CORPUS === undefined ? [] : corpusFiles(CORPUS);

  test.each(waiting)("%s is proved", (file) => {
    const id = basename(dirname(file));
    const source = sources.find((path) => basename(path).replace(/\.\w+$/, "") === id);
    expect(source, `${id} is not in the archive`).toBeDefined();
    const parsed = parseKbText(readFileSync(source ?? ""), basename(source ?? ""));
    if (parsed.article === undefined) throw new Error(`${id} was not read`);
    const { article } = readArticle(writeArticle(parsed.article), `${id}.md`);
    if (article === undefined) throw new Error(`${id} was not written`);
    const { scenario, findings } = checkScenario({
      article,
      scenarioText: readFileSync(file, "utf8"),
      file,
    });
    expect(findings).toEqual([]);
    expect(scenario?.checked).toMatch(/^All [\d,]+ quoted/);
  });
});
