/**
 * `npm run bench:build`: how long this project, Hugo, and Pagefind's own command take for the same articles, in one run.
 * README.md beside this file says what is measured and with which options.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CACHE, PROJECT_ROOT } from "../../src/build/places.ts";
import { copyArchive, idsIn } from "./archive.ts";
import { ASIDE, hugoSiteOf, kb, round, siteOf, type Bench, type Case } from "./cases.ts";
import { sizeOf, type Taken } from "./measure.ts";
import { print } from "./print.ts";
import { summary } from "./summary.ts";

const { values } = parseArgs({
  options: {
    content: { type: "string" },
    articles: { type: "string" },
    runs: { type: "string", default: "3" },
    "pages-only": { type: "boolean", default: false },
    work: { type: "string", default: tmpdir() },
  },
});

const corpus = values.content === undefined ? process.env["KB_CORPUS"] : undefined;
const given = values.content ?? corpus;
if (given === undefined || !existsSync(given)) {
  console.error(
    "bench:build: set KB_CORPUS to a folder of KB texts, or give --content DIR with articles.",
  );
  process.exit(2);
}
mkdirSync(values.work, { recursive: true });
const work = mkdtempSync(join(resolve(values.work), "kb-bench-build-"));
try {
  await run(given);
} finally {
  for (const folder of [work, ...ASIDE]) rmSync(folder, { recursive: true, force: true });
}

async function run(given: string): Promise<void> {
  const source = corpus === undefined ? resolve(given) : join(work, "source");
  if (corpus !== undefined) await kb("import", corpus, "--content", source);
  const available = idsIn(source).length;
  const count = Number(values.articles ?? available);
  const content = join(work, "content");
  const ids = copyArchive(source, content, count);
  const bench: Bench = {
    work,
    content,
    edited: ids[Math.floor(ids.length / 2)] ?? "",
    corpus,
    withSearch: !values["pages-only"],
  };
  console.log(`${count} articles, ${availableParallelism()} cores, ${versions().join(", ")}`);
  const rounds: ReadonlyMap<Case, Taken>[] = [];
  for (let number = 0; number < Number(values.runs); number++) {
    const taken = new Map<Case, Taken[]>();
    await round(bench, number, (name, measured) => {
      taken.set(name, [...(taken.get(name) ?? []), measured]);
      console.error(`${number + 1}  ${name}: ${measured.seconds.toFixed(2)} s`);
    });
    rounds.push(summary(taken));
  }
  print(rounds, { articles: count, imported: available });
  for (const [name, folder] of [
    ["this project's site", siteOf(bench)],
    ["Hugo's site", hugoSiteOf(bench)],
    ["kept for the next build", CACHE],
  ] as const) {
    const { files, pages, bytes } = sizeOf(folder);
    console.log(`${name}: ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
  }
}

function versions(): string[] {
  const hugo = execFileSync("hugo", ["version"], { encoding: "utf8" });
  const packages = ["astro", "pagefind"].map((name) => {
    const file = join(PROJECT_ROOT, "node_modules", name, "package.json");
    const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
    return `${name} ${version}`;
  });
  return [`Node ${process.versions.node}`, ...packages, hugo.split(" ").slice(0, 2).join(" ")];
}
