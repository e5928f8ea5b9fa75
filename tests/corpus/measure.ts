/**
 * `npm run corpus`: measures the parser over the unpacked archive that KB_CORPUS names, prints the table and keeps it in
 * docs/corpus.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { runImport } from "../../src/cli/import/run.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";
import { checkSource, type Check } from "./check.ts";
import { CORPUS, corpusFiles, spread } from "./files.ts";
import { comesBack } from "./kb-text.ts";
import { compareRenderers } from "./renderers.ts";
import { macroAverage, score, type Count, type Score } from "./score.ts";

const PAGE = join(import.meta.dirname, "../../docs/corpus.md");
const START = "<!-- figures -->";

type Row = [fact: string, figure: string, goal: string];

async function main(root: string): Promise<void> {
  const files = corpusFiles(root);
  const rows = [
    ...contentRows(files),
    ...(await importRows(root)),
    ...labelRows(score(root)),
    rendererRow(files),
    comesBackRow(files),
  ];
  const table = [
    "| what | measured | goal |",
    "| --- | --: | --: |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ];
  const kinds = kindTable(score(root));
  console.log(table.join("\n"));
  console.log(`\n${kinds.join("\n")}`);
  const [text = ""] = readFileSync(PAGE, "utf8").split(START);
  writeFileSync(
    PAGE,
    `${text}${START}\n\n${table.join("\n")}\n\nBlock kinds, by the first label of each line:\n\n${kinds.join("\n")}\n`,
  );
}

function contentRows(files: readonly string[]): Row[] {
  const checks = files.map((file) => checkSource(readFileSync(file), file));
  const words = sum(checks, (check) => check.words);
  const share = (count: number) => `${((100 * count) / checks.length).toFixed(3)} %`;
  const rate = (count: number) => `${((100_000 * count) / words).toFixed(2)} in 100,000`;
  return [
    ["source files", String(files.length), "30,804"],
    ["parsed", share(checks.filter((check) => check.parsed).length), "100 %"],
    [
      "header and trailer fields equal to the source's",
      share(checks.filter((check) => check.wrongFields.length === 0).length),
      "100 %",
    ],
    [
      "known sections found, none invented",
      share(checks.filter((check) => check.wrongSections.length === 0).length),
      "100 %",
    ],
    ["words of the body", String(words), ""],
    ["words missing", rate(sum(checks, (check) => check.missing.length)), "at most 3"],
    ["words invented", rate(sum(checks, (check) => check.invented.length)), "at most 3"],
  ];
}

function sum(checks: readonly Check[], count: (check: Check) => number): number {
  return checks.reduce((total, check) => total + count(check), 0);
}

async function importRows(root: string): Promise<Row[]> {
  const content = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    const start = performance.now();
    const before = process.cpuUsage();
    const { results } = await runImport({
      paths: [root],
      content,
      dryRun: false,
      force: false,
      keepSource: false,
      blocks: false,
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / 1000 / results.length;
    const count = (status: string) => results.filter((result) => result.status === status).length;
    const both = count("duplicate") + count("conflict");
    return [
      [
        "articles in form 1 and form 2 that are the same",
        `${count("duplicate")} of ${both}`,
        "all but bytes that the conversion changed",
      ],
      [
        "articles imported a second, files written",
        `${Math.round(results.length / seconds)} on ${availableParallelism()} cores`,
        "1,500",
      ],
      ["processor time for each, reading and writing files included", `${each.toFixed(2)} ms`, ""],
      [
        "memory of the whole process",
        `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
        "1,024 MB",
      ],
    ];
  } finally {
    rmSync(content, { recursive: true });
  }
}

function labelRows(scored: Score): Row[] {
  return [
    ["block kind right, of labelled lines drawn at random", share(scored.random), "96 %"],
    [
      "the same, of the later draws, most of which rules have been made with since",
      share(scored.heldOut),
      "96 %",
    ],
    ["mean over kinds, rare ones included", `${(100 * macroAverage(scored)).toFixed(2)} %`, "90 %"],
  ];
}

function share({ right, lines }: Count): string {
  return `${((100 * right) / lines).toFixed(2)} %`;
}

function kindTable(scored: Score): string[] {
  const rows = [...scored.kinds]
    .sort()
    .map(
      ([kind, { right, lines }]) =>
        `| \`${kind}\` | ${lines} | ${((100 * right) / lines).toFixed(1)} % |`,
    );
  return ["| kind | lines | right |", "| --- | --: | --: |", ...rows];
}

function rendererRow(files: readonly string[]): Row {
  const { compared, different } = compareRenderers(files);
  return [
    "articles whose HTML from remark and from Sätteri differs",
    `${different.length} of ${compared}`,
    "0",
  ];
}

/** Articles written as KB text again, from what the article file holds, and parsed: one in twenty of all. */
function comesBackRow(files: readonly string[]): Row {
  const articles = spread(files, files.length / 20).flatMap(
    (file) => parseKbText(readFileSync(file), file).article ?? [],
  );
  const same = articles.filter((article) => comesBack(article)).length;
  return [
    "articles that, written as KB text and parsed again, have the same sections",
    `${((100 * same) / articles.length).toFixed(1)} % of ${articles.length}`,
    "",
  ];
}

if (CORPUS === undefined) {
  console.error("Set KB_CORPUS to the folder of the unpacked archive (with txt/ and kb/ in it).");
  process.exit(2);
}
await main(CORPUS);
