import type { Block } from "../blocks/block.ts";
import { textOf } from "./walk.ts";

const REPRODUCE =
  /\b(?:steps to (?:reproduce|recreate|duplicate)|(?:reproduce|recreate|duplicate|demonstrate) (?:the|this) (?:problem|behaviou?r|error|issue|bug))\b/i;

/** The steps to reproduce: the text of the numbered items that such a heading or sentence leads up to. */
export function stepsOf(blocks: readonly Block[]): string[] {
  let led = false;
  let steps: string[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") led = REPRODUCE.test(block.text);
    else if (block.kind === "paragraph" && REPRODUCE.test(block.text)) led = true;
    else if (block.kind === "list" && block.start !== undefined && led) {
      steps = [
        ...steps,
        ...block.items.map((item) => textOf(item.blocks[0] ?? block).replaceAll("\n", " ")),
      ];
    }
  }
  return steps.filter((step) => step !== "");
}
