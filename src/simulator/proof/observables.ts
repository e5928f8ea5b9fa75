/** What the article shows, held against what the runs show. */

import { OBSERVABLE, type Block } from "../scenario/blocks.ts";
import { report, type Context } from "../scenario/context.ts";
import type { ScenarioSource } from "../scenario/schema.ts";
import type { Effect, Provenance } from "../types.ts";
import type { Exploration } from "./explore.ts";

/** What the article shows, some run produces, or it is listed as not modelled. */
export function proveObservables(
  context: Context,
  source: ScenarioSource,
  { effects }: Exploration,
  messages: readonly string[] = [],
): void {
  const { blocks } = context;
  const listed = source.notModelled ?? [];
  listed.forEach((entry, i) => {
    if ("message" in entry) return;
    if (!blocks.some(({ section, name }) => section === entry.at && name === entry.block))
      report(
        context,
        "no-such-block",
        ["notModelled", i, "block"],
        `There is no block "${entry.block}" in ${entry.at}.`,
      );
  });
  const isListed = ({ section, name }: Block) =>
    listed.some((entry) => "at" in entry && entry.at === section && entry.block === name);
  for (const block of observablesOf(blocks).filter((block) => !isListed(block))) {
    const [missing] = missingLines(block, effects);
    if (missing !== undefined)
      reportMissing(context, `${missing}" of ${block.section} ${block.name}`, "the block");
  }
  const isKnown = (message: string) =>
    listed.some((entry) => "message" in entry && entry.message === message);
  for (const message of messagesInText(messages, blocks))
    if (!isKnown(message) && missingLines({ text: message }, effects).length > 0)
      reportMissing(context, `${message}"`, "the message");
}

function reportMissing(context: Context, what: string, kind: string): void {
  report(context, "not-produced", ["actions"], `No run shows "${what}, as the article does.`, {
    at: "key",
    note: `Let a rule say it, or list ${kind} under \`notModelled\` with the reason.`,
  });
}

/** Blocks of the article that show what a person could see happen. */
function observablesOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => OBSERVABLE.includes(kind));
}

/** Messages that the article's particulars list and none of its blocks is: they stand in its running text. */
function messagesInText(messages: readonly string[], blocks: readonly Block[]): string[] {
  const whole = blocks.filter(({ kind }) => !PROSE.includes(kind)).map(({ text }) => plain(text));
  return messages.filter((message) => !whole.includes(plain(message)));
}

const PROSE = ["paragraph", "item"];

/** The lines of a block that no effect has said in the article's own words. */
function missingLines({ text }: Pick<Block, "text">, effects: readonly Effect[]): string[] {
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
