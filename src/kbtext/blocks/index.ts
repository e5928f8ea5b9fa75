import { isBlank, type Line } from "../line.ts";
import { alternative } from "./alternative.ts";
import type { Block } from "./block.ts";
import { book } from "./book.ts";
import { callout } from "./callout.ts";
import { definition } from "./definition.ts";
import { hangingDefinition } from "./definition-hanging.ts";
import { download } from "./download.ts";
import { event } from "./event.ts";
import { loneHeading, underlinedHeading } from "./heading.ts";
import { join } from "./join.ts";
import { leadIn } from "./lead.ts";
import { list } from "./list.ts";
import { paragraph } from "./paragraph.ts";
import type { Context, Match, Recogniser } from "./recogniser.ts";
import { reference } from "./reference.ts";
import { registry } from "./registry.ts";
import { table } from "./table.ts";
import { transcript } from "./transcript.ts";
import { flushVerbatim, verbatim } from "./verbatim.ts";

/** The recognisers, in the order in which they are asked; the last one takes whatever is left. */
const RECOGNISERS: readonly Recogniser[] = [
  underlinedHeading,
  alternative,
  event,
  download,
  reference,
  book,
  registry,
  table,
  transcript,
  list,
  definition,
  hangingDefinition,
  callout,
  loneHeading,
  verbatim,
  flushVerbatim,
  paragraph,
];

/** Those that look for no blocks inside their own. */
const FLAT = RECOGNISERS.filter((one) => one !== list && one !== callout);

/** Items nested deeper than any article's are read as text, so that nasty input costs no stack. */
const DEEPEST = 12;

/**
 * Lines → blocks.
 *
 * @param lines with their margin at column 1
 * @param intro the text that led up to them
 */
export function readBlocks(lines: Line[], intro = "", depth = 0): Block[] {
  const inner = (inside: Line[], before: string) => readBlocks(inside, before, depth + 1);
  const recognisers = depth < DEEPEST ? RECOGNISERS : FLAT;
  const blocks: Block[] = [];
  let lead = intro;
  let end = 0;
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const before = isRead(lead, blocks.at(-1), lines[at]) ? "" : lead;
    const match = recognise(recognisers, lines, at, { intro: before, inside: depth > 0, inner });
    if (!join(blocks.at(-1), match.block, lines.slice(end, at))) blocks.push(match.block);
    end = match.next;
    lead = leadAfter(match.block, lead);
    at = match.next;
  }
  return blocks;
}

/** Whether the one message that was announced has been read, and the text goes on at its margin. */
function isRead(lead: string, last: Block | undefined, line: Line | undefined): boolean {
  return last?.kind === "message" && line?.indent === 0 && !/\bmessages\b/i.test(lead);
}

function recognise(
  recognisers: readonly Recogniser[],
  lines: Line[],
  at: number,
  context: Context,
): Match {
  for (const one of recognisers) {
    const match = one(lines, at, context);
    if (match !== undefined) return match;
  }
  throw new Error("The last recogniser takes every line");
}

/** The text that a list ends with: what an inner item leads up to may stand at the outer item's margin. */
function lastText(blocks: readonly Block[]): string {
  const last = blocks.at(-1);
  if (last?.kind === "list") return lastText(last.items.at(-1)?.blocks ?? []);
  return last?.kind === "paragraph" ? last.text : "";
}

/** Between two blocks that the same sentence announced: `or, in earlier versions:` */
const GOES_ON = /^-?(?:or|and)\b[^.]{0,60}:$/i;

/** What leads up to the block after this one. A verbatim block passes on what led up to itself. */
function leadAfter(block: Block, lead: string): string {
  switch (block.kind) {
    case "paragraph":
      return GOES_ON.test(block.text) ? lead : block.text;

    case "heading":
      return `${block.text.replace(/:$/, "")}:`;
    case "callout":
      return leadAfter(block.blocks.at(-1) ?? block, "");
    case "list":
      return leadIn(lastText(block.items.at(-1)?.blocks ?? []));
    default:
      return lead;
  }
}
