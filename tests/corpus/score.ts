import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseKbText } from "../../src/kbtext/parse.ts";

/** Lines of one article, labelled by hand; see README.md. */
interface Labels {
  id: string;
  source: string;
  form: 1 | 2 | 3;
  sample: "random" | "rare";
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

export interface Score {
  /** Right and all lines, of the random draw. */
  right: number;
  lines: number;
  /** Right and all lines by first label, of both draws. */
  kinds: Map<string, { right: number; lines: number }>;
  misses: Miss[];
}

/** Scores the parser on the labelled lines that are not blank. */
export function score(root: string): Score {
  const result: Score = { right: 0, lines: 0, kinds: new Map(), misses: [] };
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

function count(result: Score, labels: Labels, kind: string, right: boolean): void {
  const counts = result.kinds.get(kind) ?? { right: 0, lines: 0 };
  result.kinds.set(kind, counts);
  counts.lines++;
  if (right) counts.right++;
  if (labels.sample === "rare") return;
  result.lines++;
  if (right) result.right++;
}

/** The mean over kinds of the share of their lines that are right. */
export function macroAverage(score: Score): number {
  const shares = [...score.kinds.values()].map(({ right, lines }) => right / lines);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
