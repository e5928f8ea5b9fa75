/** What the article shows, held against what the runs show. */

import { OBSERVABLE, type Block } from "../scenario/blocks.ts";
import type { Effect, Provenance } from "../types.ts";

/** Blocks of the article that show what a person could see happen. */
export function observablesOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => OBSERVABLE.includes(kind));
}

/** Messages that the article's particulars list and none of its blocks is: they stand in its running text. */
export function messagesInText(messages: readonly string[], blocks: readonly Block[]): string[] {
  const whole = blocks.filter(({ kind }) => !PROSE.includes(kind)).map(({ text }) => plain(text));
  return messages.filter((message) => !whole.includes(plain(message)));
}

const PROSE = ["paragraph", "item"];

/** The lines of a block that no effect has said in the article's own words. */
export function missingLines({ text }: Pick<Block, "text">, effects: readonly Effect[]): string[] {
  const said = effects.flatMap(quotesOf).map(plain);
  return text
    .split("\n")
    .map(plain)
    .filter((line) => line !== "" && !said.some((words) => covers(words, line)));
}

/** Whether the words hold the line, or are the most of it. */
function covers(words: string, line: string): boolean {
  return words.includes(line) || (line.includes(words) && words.length * 2 >= line.length);
}

function quotesOf(effect: Effect): string[] {
  const provenance: Provenance | undefined = "provenance" in effect ? effect.provenance : undefined;
  return provenance?.kind === "quote" ? [provenance.words] : [];
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
