import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseKbText } from "../../src/kbtext/parse.ts";

/** Lines of one article, labelled by hand; see README.md. */
interface Labels {
  id: string;
  source: string;
  form: 1 | 2 | 3;
  sample: "random" | "rare" | "held-out";
  body: [number, number];
  lines: [number, number, ...string[]][];
}

/** One labelled line that the parser sees as something else. */
export interface Miss {
  id: string;
  line: number;
  expected: string[];
  found: string;
}

/** Labelled lines, and how many of them the parser got right. */
export interface Count {
  right: number;
  lines: number;
}

export interface Score {
  /** Lines of the random draw, and of the articles that no rule had been made with when they were drawn. */
  random: Count;
  heldOut: Count;
  /** By first label, in the random and the rare draw. */
  kinds: Map<string, Count>;
  misses: Miss[];
}

/** Scores the parser on the labelled lines that are not blank. */
export function score(root: string): Score {
  const result: Score = {
    random: { right: 0, lines: 0 },
    heldOut: { right: 0, lines: 0 },
    kinds: new Map(),
    misses: [],
  };
  for (const file of globSync(join(import.meta.dirname, "labels/*.json")).sort()) {
    scoreArticle(JSON.parse(readFileSync(file, "utf8")) as Labels, root, result);
  }
  return result;
}

function scoreArticle(labels: Labels, root: string, result: Score): void {
  const bytes = readFileSync(join(root, labels.source));
  const text = bytes.toString("latin1").split("\n");
  const found = kindsByLine(parseKbText(bytes, labels.source).blocks);
  for (const [first, last, ...expected] of labels.lines) {
    for (let line = first; line <= last; line++) {
      if ((text[line - 1] ?? "").trim() === "") continue;
      const kind = found.get(line) ?? "none";
      const right = expected.includes(kind);
      count(result, labels, expected[0] ?? "", right);
      if (!right) result.misses.push({ id: labels.id, line, expected, found: kind });
    }
  }
}

function kindsByLine(
  blocks: readonly { kind: string; firstLine: number; lastLine: number }[],
): Map<number, string> {
  const kinds = new Map<number, string>();
  for (const { kind, firstLine, lastLine } of blocks) {
    for (let line = firstLine; line <= lastLine; line++) kinds.set(line, kind);
  }
  return kinds;
}

function count(result: Score, { sample }: Labels, kind: string, right: boolean): void {
  const byKind = result.kinds.get(kind) ?? { right: 0, lines: 0 };
  if (sample === "held-out") add(result.heldOut, right);
  else result.kinds.set(kind, add(byKind, right));
  if (sample === "random") add(result.random, right);
}

function add(count: Count, right: boolean): Count {
  count.lines++;
  if (right) count.right++;
  return count;
}

/** The mean over kinds of the share of their lines that are right. */
export function macroAverage(score: Score): number {
  const shares = [...score.kinds.values()].map(({ right, lines }) => right / lines);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
