import type { Block } from "../blocks/block.ts";
import type { Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { unique } from "./walk.ts";

/** `…the error message "Cannot open the file."…` */
const QUOTED = /\b(?:messages?|errors?|warnings?)\b[^".]{0,60}"([^"\n]{8,250})"/gi;

/** The same the other way round: `an "End of file" error message`, `generates an "Overflow" error`. */
const QUOTED_BEFORE =
  /(?<=^|[\s(])"(?=[^"\n]*[ A-Z])([^"\n]{4,250})"\s+(?:(?:error|warning|run-time|status|alert)\s+)*(?:message|error|warning)s?\b/g;

/** A sentence that leads up to messages as items: `…one of the following error messages:` */
const LEADS_TO_ITEMS = /\bfollowing\b[^.]*\bmessages?\b[^.]*:\s*$/i;

/** Messages that the article quotes: set off on lines or in items of their own, or in the text between quotation marks. */
export function messagesOf(blocks: readonly Block[]): string[] {
  return unique(blocks.flatMap((block, index) => messagesIn(block, blocks[index - 1])));
}

function messagesIn(block: Block, before: Block | undefined): string[] {
  if (block.kind === "message") return [oneLine(block.lines)];
  if (block.kind === "paragraph") {
    return quotedIn(block.text);
  }
  const led = before?.kind === "paragraph" && LEADS_TO_ITEMS.test(before.text);
  if (block.kind !== "list" || block.start !== undefined || !led) return [];
  return block.items.map((item) => firstText(item.blocks[0]));
}

/** In the order of the text. */
function quotedIn(text: string): string[] {
  if (!text.includes('"')) return [];
  return [...text.matchAll(QUOTED), ...text.matchAll(QUOTED_BEFORE)]
    .sort((one, other) => one.index - other.index)
    .map((match) => (match[1] ?? "").trim());
}

function firstText(block: Block | undefined): string {
  return block?.kind === "paragraph" ? block.text.replaceAll("\n", " ") : "";
}

function oneLine(lines: readonly Line[]): string {
  const text = unwrap(lines.filter((line) => line.text !== ""));
  return text
    .replace(/\s+/g, " ")
    .replace(/^"([^"]*)"$/, "$1")
    .trim();
}
