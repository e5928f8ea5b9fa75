import type { Line } from "../line.ts";
import type { Block, Verbatim } from "./block.ts";
import { languageOf } from "./language.ts";

/**
 * Adds a block to the one before it, where only blank lines part them and a careful editor would make no two of them:
 * programs and listings whose parts stand at different margins, and references. In place, so that many parts cost no
 * more than their lines.
 *
 * @param gap the blank lines between them
 * @returns whether it was added
 */
export function join(before: Block | undefined, after: Block, gap: readonly Line[]): boolean {
  if (before === undefined) return false;
  if (isPart(before) && isPart(after) && before.kind === after.kind) {
    for (const line of [...gap, ...after.lines]) before.lines.push(line);
    if (before.kind === "code") before.info = languageOf(before.lines);
  } else if (before.kind === "reference" && after.kind === "reference") {
    for (const entry of after.entries) before.entries.push(entry);
  } else return false;
  before.lastLine = after.lastLine;
  return true;
}

function isPart(block: Block): block is Verbatim {
  return block.kind === "code" || block.kind === "listing";
}
