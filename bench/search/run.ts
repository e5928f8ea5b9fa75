/**
 * `npm run bench:search`: asks the questions of `questions.json`, `fresh.json` and `fresh2.json` over the articles of KB_CORPUS (a folder of KB texts) and
 * prints how this search, plain Pagefind and SQLite FTS5 did. `--half tune`, `fresh`, `fresh2` or `all` (default: report), `--fresh` to import and
 * index again, `--work DIR` for where.
 */
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { runImport } from "../../src/cli/import/run.ts";
import { buildSearchIndex } from "../../src/search/build.ts";
import { median } from "../median.ts";
import { fts5Engine, ownEngine, plainEngine, type Engine } from "./engines.ts";
import { writePages } from "./pages.ts";
import { interval, scoreOf, type Asked, type BenchQuestion } from "./score.ts";

const questionsSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    half: z.enum(["tune", "report", "fresh", "fresh2"]),
    query: z.string(),
    answers: z.array(z.string()),
  }),
);

const { values } = parseArgs({
  options: {
    half: { type: "string", default: "report" },
    fresh: { type: "boolean", default: false },
    work: {
      type: "string",
      default: fileURLToPath(new URL("../../tests/.tmp/bench-search", import.meta.url)),
    },
  },
});
const SITE = join(values.work, "site");
const PLAIN = join(values.work, "plain");

if (values.fresh || !existsSync(join(SITE, "pagefind"))) await prepare();
if (!existsSync(PLAIN)) {
  await timed("Pagefind's command", () => Promise.resolve(indexByCommand()));
}
const questions = await readQuestions(values.half);
const engines = [
  await ownEngine(join(SITE, "pagefind")),
  await plainEngine(PLAIN),
  await fts5Engine(SITE),
];
for (const engine of engines) print(engine, await askAll(engine, questions));

async function readQuestions(half: string): Promise<BenchQuestion[]> {
  const files = ["questions.json", "fresh.json", "fresh2.json"].map(
    (name) => new URL(name, import.meta.url),
  );
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const all = texts.flatMap((text) => questionsSchema.parse(JSON.parse(text)));
  return all.filter((question) => half === "all" || question.half === half);
}

/** Imports the corpus, writes its pages, and indexes them. */
async function prepare(): Promise<void> {
  const corpus = process.env["KB_CORPUS"];
  if (corpus === undefined || !existsSync(corpus)) {
    console.error("bench:search: set KB_CORPUS to a folder of KB texts.");
    process.exit(2);
  }
  await rm(values.work, { recursive: true, force: true });
  const content = join(values.work, "content");
  await timed("import", () =>
    runImport({
      paths: [corpus],
      content,
      dryRun: false,
      force: false,
      keepSource: false,
      blocks: false,
    }),
  );
  await timed("pages", () => writePages(content, SITE));
  await timed("index", () => buildSearchIndex({ outDir: SITE }));
}

function indexByCommand(): void {
  const library = dirname(fileURLToPath(import.meta.resolve("pagefind")));
  const bin = join(library, "runner", "bin.cjs");
  const args = ["--site", SITE, "--output-path", PLAIN, "--quiet"];
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: "inherit" });
  if (status !== 0) throw new Error("Pagefind's command failed");
}

async function timed(stage: string, run: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await run();
  console.log(`${stage}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function askAll(engine: Engine, questions: readonly BenchQuestion[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  let fetched = 0;
  for (const question of questions) {
    const start = performance.now();
    const ids = await engine.ask(question.query);
    const milliseconds = performance.now() - start;
    const bytes = engine.bytes?.() ?? 0;
    const rank = ids.findIndex((id) => question.answers.includes(id)) + 1;
    asked.push({ question, rank, nothing: ids.length === 0, milliseconds, bytes: bytes - fetched });
    fetched = bytes;
  }
  return asked;
}

function print(engine: Engine, asked: readonly Asked[]): void {
  const [first, ...later] = asked;
  const times = asked.map(({ milliseconds }) => milliseconds);
  console.log(
    `\n${engine.name}\n${"kind".padEnd(9)}   n  R@1   R@3   R@10 (95%)         MRR   none`,
  );
  const kinds = [...new Set(asked.map(({ question }) => question.kind))];
  for (const kind of [...kinds, "all"]) {
    console.log(
      row(
        kind,
        asked.filter(({ question }) => kind === "all" || question.kind === kind),
      ),
    );
  }
  console.log(`ms: median ${median(times).toFixed(0)}, worst ${Math.max(...times).toFixed(0)}`);
  if (engine.bytes === undefined) return;
  const kilobytes = later.map(({ bytes }) => bytes / 1000);
  console.log(
    `KB: first question ${((first?.bytes ?? 0) / 1000).toFixed(0)}, later ones median ${median(kilobytes).toFixed(0)}, most ${Math.max(...kilobytes).toFixed(0)}`,
  );
}

function row(kind: string, asked: readonly Asked[]): string {
  const { questions, recall, mrr, nothing } = scoreOf(asked);
  const [low, high] = interval(recall[10], questions);
  const shares = [recall[1], recall[3], recall[10]].map((share) => share.toFixed(3)).join(" ");
  const range = `(${low.toFixed(2)}–${high.toFixed(2)})`;
  return `${kind.padEnd(9)} ${String(questions).padStart(3)}  ${shares} ${range}   ${mrr.toFixed(3)} ${nothing.toFixed(3)}`;
}
