/**
 * `npm run corpus:replays`: derives the replays of the unpacked archive that KB_CORPUS names, prints the figures and keeps
 * them in docs/replays.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveReplay } from "../../src/simulator/replay/index.ts";
import { CORPUS } from "../corpus/files.ts";
import { bytesOf, replaysOf, type Replayed } from "./corpus.ts";
import { reach } from "./labels.ts";

const PAGE = join(import.meta.dirname, "../../docs/replays.md");
const START = "<!-- figures -->";

type Row = [fact: string, figure: string, goal: string];

function main(root: string): void {
  const all = replaysOf(root);
  const table = [
    "| what | measured | goal |",
    "| --- | --: | --: |",
    ...[...countRows(all), ...labelRows(all), ...sizeRows(all), ...timeRows(all)].map(
      (row) => `| ${row.join(" | ")} |`,
    ),
  ];
  console.log(table.join("\n"));
  const [text = ""] = readFileSync(PAGE, "utf8").split(START);
  writeFileSync(PAGE, `${text}${START}\n\n${table.join("\n")}\n`);
}

function countRows(all: readonly Replayed[]): Row[] {
  const problems = all.filter(({ isProblem }) => isProblem);
  const replays = all.flatMap(({ replay }) => replay ?? []);
  const withLanes = (isMeant: (lanes: number) => boolean) =>
    replays.filter(({ remedies }) => isMeant(1 + remedies.length)).length;
  return [
    ["articles", String(all.length), ""],
    ["about a problem", String(problems.length), ""],
    ["with a replay", String(replays.length), ""],
    [
      "of one lane",
      share(
        withLanes((lanes) => lanes === 1),
        replays.length,
      ),
      "",
    ],
    [
      "of two lanes",
      share(
        withLanes((lanes) => lanes === 2),
        replays.length,
      ),
      "",
    ],
    [
      "of three and more",
      share(
        withLanes((lanes) => lanes > 2),
        replays.length,
      ),
      "",
    ],
    [
      "with versions to pick among",
      share(replays.filter(({ versions }) => versions.length > 0).length, replays.length),
      "",
    ],
    [
      "with numbered steps to the failure",
      share(
        replays.filter(({ telling }) => telling.some(({ marker }) => /^\d/.test(marker ?? "")))
          .length,
        replays.length,
      ),
      "",
    ],
    [
      "cut to what a replay may hold",
      share(replays.filter((replay) => isCut(replay)).length, replays.length),
      "",
    ],
  ];
}

function isCut({ telling, remedies }: NonNullable<Replayed["replay"]>): boolean {
  return [telling, ...remedies.map(({ moments }) => moments)].flat().some((moment) => moment.isCut);
}

function labelRows(all: readonly Replayed[]): Row[] {
  const byId = new Map(all.map((found) => [found.article.frontMatter.id, found]));
  const reached = (draw: number) => {
    const { found, of } = reach(draw, (id) => byId.get(id)?.replay !== undefined);
    return share(found, of);
  };
  return [
    ["a replay where a label says that something is seen, first draw", reached(1), "85 %"],
    ["the same, second draw", reached(2), "85 %"],
  ];
}

function sizeRows(all: readonly Replayed[]): Row[] {
  const texts = all.reduce((sum, { texts: own }) => sum + own.length, 0);
  const strange = all.reduce((sum, { strange: own }) => sum + own.length, 0);
  const sizes = all.flatMap(({ replay }) => (replay === undefined ? [] : bytesOf(replay)));
  sizes.sort((a, b) => a - b);
  const at = (part: number) => `${sizes[Math.floor((sizes.length - 1) * part)] ?? 0}`;
  return [
    ["texts shown", String(texts), ""],
    ["of these not in the source, white space aside", String(strange), "0"],
    [
      "bytes of text: half of the replays, 95 %, the largest",
      [at(0.5), at(0.95), at(1)].join(", "),
      "2048",
    ],
  ];
}

function timeRows(all: readonly Replayed[]): Row[] {
  const articles = all.map(({ article }) => article);
  const each = (work: (article: Replayed["article"]) => unknown) => {
    const start = performance.now();
    for (const article of articles) work(article);
    return `${((performance.now() - start) / articles.length).toFixed(3)} ms`;
  };
  return [["time an article", each(deriveReplay), "0.2 ms"]];
}

function share(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)} % (${count} of ${of})`;
}

if (CORPUS === undefined) {
  console.error("Set KB_CORPUS to the folder of the unpacked archive.");
  process.exitCode = 2;
} else main(CORPUS);
