import type { Block } from "../blocks/block.ts";
import type { Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { textOf, unique } from "./walk.ts";

/** `…the error message "Cannot open the file."…` */
const QUOTED = /\b(?:messages?|errors?|warnings?)\b[^".]{0,60}"([^"\n]{8,250})"/gi;

/** Messages that the article quotes: set off on lines of their own, or in the text between quotation marks. */
export function messagesOf(blocks: readonly Block[]): string[] {
  return unique(
    blocks.flatMap((block) => {
      if (block.kind === "message") return [oneLine(block.lines)];
      if (block.kind !== "paragraph") return [];
      return Array.from(textOf(block).matchAll(QUOTED), (match) => (match[1] ?? "").trim());
    }),
  );
}

function oneLine(lines: readonly Line[]): string {
  const text = unwrap(lines.filter((line) => line.text !== ""));
  return text
    .replace(/\s+/g, " ")
    .replace(/^"([^"]*)"$/, "$1")
    .trim();
}
