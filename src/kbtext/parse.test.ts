import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { writeArticle } from "../article/file.ts";
import { parseKbText } from "./parse.ts";

/**
 * Golden cases: `NAME.source.txt` (or `.md`) is a KB text, `NAME.article.md` what it becomes. To add one, add the
 * source, run `vitest run --project unit src/kbtext -u`, and read what came out.
 */
const FOLDER = join(import.meta.dirname, "../../tests/fixtures/kbtext");
const SOURCES = readdirSync(FOLDER).filter((name) => /\.source\.(?:txt|md)$/.test(name));

test.each(SOURCES)("%s", async (name) => {
  const { article, findings } = parseKbText(readFileSync(join(FOLDER, name)), name);
  expect(article).toBeDefined();
  const written = article === undefined ? "" : writeArticle(article);
  const notes = findings.map(
    ({ place, ruleId, reason }) => `<!-- ${place.line}:${place.column} ${ruleId} ${reason} -->\n`,
  );
  const golden = join(FOLDER, `${basename(name).replace(/\.source\.\w+$/, "")}.article.md`);
  await expect(written + notes.join("")).toMatchFileSnapshot(golden);
});
