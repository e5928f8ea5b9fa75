import type { Block, BlockKind } from "./blocks/block.ts";

/** One block in the report: its kind, its section, and its first and last line in the source, counted from 1. */
export interface ReportedBlock {
  kind: BlockKind;
  section: string;
  firstLine: number;
  lastLine: number;
}

/**
 * The blocks of a section as ranges that do not overlap: a list gives one range for each stretch of its own text,
 * and the blocks inside its items give theirs.
 */
export function reportBlocks(blocks: readonly Block[], section: string): ReportedBlock[] {
  const result: ReportedBlock[] = [];
  for (const { kind, firstLine, lastLine } of blocks.flatMap(flatten)) {
    const last = result.at(-1);
    // A marker and what stands right behind it share their line.
    const first = Math.max(firstLine, (last?.lastLine ?? 0) + 1);
    if (kind === "list" && last?.kind === "list") last.lastLine = lastLine;
    else if (first <= lastLine) result.push({ kind, section, firstLine: first, lastLine });
  }
  return result;
}

type Range = Pick<Block, "kind" | "firstLine" | "lastLine">;

function flatten(block: Block): Range[] {
  if (block.kind !== "list") return [block];
  return block.items.flatMap((item) => item.blocks.flatMap(flatten).map(asListText));
}

/** A paragraph of an item is the list's own text. */
function asListText(range: Range): Range {
  const { firstLine, lastLine } = range;
  return range.kind === "paragraph" ? { kind: "list", firstLine, lastLine } : range;
}
