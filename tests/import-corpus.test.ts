import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseKbText } from "../src/kbtext/parse.ts";
import { checkSource } from "./corpus/check.ts";
import { CORPUS, corpusFiles, spread } from "./corpus/files.ts";
import { comesBack } from "./corpus/kb-text.ts";
import { compareRenderers } from "./corpus/renderers.ts";
import { macroAverage, score } from "./corpus/score.ts";

/**
 * Real articles, which are not the project's: KB_CORPUS names the folder they are unpacked to. 500 of them, spread over
 * all forms and years, or all with KB_CORPUS_ALL=1.
 */
const root = CORPUS !== undefined && existsSync(CORPUS) ? CORPUS : undefined;
if (root === undefined)
  console.log("Tests on real articles are skipped: KB_CORPUS names no folder.");

describe.skipIf(root === undefined)("real articles", { timeout: 600_000 }, () => {
  const all = root === undefined ? [] : corpusFiles(root);
  const files = process.env.KB_CORPUS_ALL === "1" ? all : spread(all, 500);
  const checks = () => files.map((file) => ({ file, ...checkSource(readFileSync(file), file) }));

  test("each parses, with its fields and sections, and loses no word", () => {
    const wrong = checks().filter(
      (check) => !check.parsed || check.wrongFields.length + check.wrongSections.length > 0,
    );
    expect(
      wrong.map(({ file, wrongFields, wrongSections }) => [file, ...wrongFields, ...wrongSections]),
    ).toEqual([]);
    const words = checks().reduce((sum, check) => sum + check.words, 0);
    const missing = checks().flatMap((check) => check.missing);
    const invented = checks().flatMap((check) => check.invented);
    expect((100_000 * missing.length) / words, missing.join(" ")).toBeLessThan(3);
    expect((100_000 * invented.length) / words, invented.join(" ")).toBeLessThan(3);
  });

  test("remark and Sätteri read each alike", () => {
    expect(compareRenderers(files).different).toEqual([]);
  });

  test("written as KB text again, nearly all are read as the same article", () => {
    const articles = files.flatMap((file) => parseKbText(readFileSync(file), file).article ?? []);
    const same = articles.filter((article) => comesBack(article));
    expect(same.length / articles.length).toBeGreaterThan(0.9);
  });

  test("the labelled lines are what they are labelled", () => {
    const scored = score(root ?? "");
    expect(scored.random.right / scored.random.lines).toBeGreaterThan(0.96);
    expect(macroAverage(scored)).toBeGreaterThan(0.9);
  });
});
