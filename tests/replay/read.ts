/**
 * `node tests/replay/read.ts [SEED] [COUNT]`: replays drawn at random from the archive that KB_CORPUS names, each beside its
 * source, for a person who is to judge whether every step shown is faithful. See docs/replays-read.md.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Moment, Replay } from "../../src/simulator/replay/index.ts";
import { CORPUS } from "../corpus/files.ts";
import { plainText, replaysOf, type Replayed } from "./corpus.ts";

const [seed = "replays-read-2026-5", count = "60"] = process.argv.slice(2);

function main(root: string): void {
  const drawn = replaysOf(root)
    .filter(({ replay }) => replay !== undefined)
    .sort((a, b) => order(a).localeCompare(order(b)));
  for (const found of drawn.slice(0, Number(count))) console.log(pack(found));
}

function order({ article }: Replayed): string {
  return createHash("sha256").update(`${seed} ${article.frontMatter.id}`).digest("hex");
}

function pack({ article, file, replay }: Replayed): string {
  const { id, title } = article.frontMatter;
  const shown = replay === undefined ? [] : linesOf(replay);
  const source = plainText(readFileSync(file)).replace(/\n\s*\n+/g, "\n");
  return [`##### ${id}: ${title}`, ...shown, `----- the source of ${id}`, source].join("\n");
}

function linesOf({ versions, telling, remedies }: Replay): string[] {
  return [
    ...(versions.length > 0
      ? [`ON ${versions.map((lines) => lines.join(" + ")).join(" | ")}`]
      : []),
    "THE FAILURE",
    ...telling.flatMap(momentLines),
    ...remedies.flatMap(({ section, moments }) => [
      `WITH ${section.heading}`,
      ...moments.flatMap(momentLines),
    ]),
  ];
}

function momentLines(moment: Moment): string[] {
  const { section, under, or, marker = "", label, text, shown, isCut, versions } = moment;
  const only = versions === undefined ? "" : `{${versions.join()}} `;
  return [
    ...(under === undefined ? [] : [`    [${under}]`]),
    ...(or === undefined ? [] : [`    ${or}`]),
    `  o ${only}(${section.heading}) ${marker} ${label === undefined ? "" : `${label}: `}${text}`,
    ...shown.map((block) => `      <${block.kind}> ${block.text.replaceAll("\n", "\n        ")}`),
    ...(isCut === true ? ["      …"] : []),
  ];
}

if (CORPUS === undefined) {
  console.error("Set KB_CORPUS to the folder of the unpacked archive.");
  process.exitCode = 2;
} else main(CORPUS);
