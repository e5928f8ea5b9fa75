/** What the simulated system sees and says: the world that a device is shown, and its words with where they come from. */

import type { Reply, Rows, World } from "./devices/device.ts";
import { isRows, partsOf } from "./devices/replies.ts";
import { evaluate } from "./expression.ts";
import { fill, formatNumber, marksOf } from "./text.ts";
import { choose, mailboxOf, scopeOf, type Overlay, type Turn } from "./turn.ts";
import type { Effect, Mark, Provenance, Scenario, Utterance, Words } from "./types.ts";

/** What a device sees of the world: the mailbox, whether it opens for this device's clients, and how to word things. */
export function worldOf(turn: Turn, device: string): World {
  const { scenario } = turn;
  const scope = scopeOf(turn, clientOf(scenario, device));
  const access = scenario.mailbox ? evaluate(scenario.mailbox.access, scope) : "granted";
  const says = Object.keys(scenario.sessions?.scripts[device]?.says ?? {}).flatMap((key) => {
    const utterance = utteranceOf(turn, device, key);
    return utterance ? [[key, fillKnown(turn, device, utterance.text)] as const] : [];
  });
  return {
    mailbox: mailboxOf(turn.state),
    access: access as World["access"],
    says: Object.fromEntries(says),
    given: Object.fromEntries(
      Object.entries(scenario.sessions?.scripts[device]?.given ?? {}).map(([name, tree]) => {
        const value = evaluate(tree, scope);
        return [name, typeof value === "bigint" ? Number(value) : (value as string | boolean)];
      }),
    ),
  };
}

/** A device serves its own kind of client, whichever the reader has chosen. */
function clientOf({ sessions }: Scenario, device: string): Overlay {
  return sessions && sessions.by !== "" ? { [sessions.by]: device } : {};
}

function utteranceOf(turn: Turn, device: string, key: string): Utterance | undefined {
  const alternatives = turn.scenario.sessions?.scripts[device]?.says[key] ?? [];
  return choose(alternatives, scopeOf(turn, clientOf(turn.scenario, device)));
}

function fillOf(turn: Turn, device: string, name: string): Utterance | undefined {
  const alternatives = turn.scenario.fills[name];
  return alternatives && choose(alternatives, scopeOf(turn, clientOf(turn.scenario, device)));
}

/** Fills what the scenario fills; what is the device's to fill stays. */
function fillKnown(turn: Turn, device: string, template: string): string {
  return fill(template, (name) => fillOf(turn, device, name)?.text);
}

/** An utterance as it is said: filled in, with marks where that differs from the words that it quotes. */
export function wordsOf(turn: Turn, device: string, utterance: Utterance, said?: string): Words {
  const { provenance } = utterance;
  const text = said ?? fillKnown(turn, device, utterance.text);
  const isVerbatim = provenance.kind === "quote" && provenance.words === text;
  const template = isVerbatim ? text : utterance.text;
  const marks = marksOf(text, template, turn.scenario.placeholders).map((mark): Mark => {
    const filled = mark.kind === "filled" ? fillOf(turn, device, mark.name) : undefined;
    return filled ? { ...mark, provenance: filled.provenance } : mark;
  });
  return { text, marks, provenance };
}

// ----------------------------------------------------------------------------------------------------- replies

/** A row of data lines is shown whole up to this length; of a longer one the first and the last few. */
const SHOWN_WHOLE = 20;
const SHOWN_FIRST = 3;
const SHOWN_LAST = 2;

/** A device's replies as lines of the terminal; of many data lines in a row only the first three and the last two. */
export function replyEffects(turn: Turn, device: string, replies: Iterable<Reply>): Effect[] {
  const effects: Effect[] = [];
  const show = (reply: Reply): void => {
    effects.push({ kind: "line", from: "server", ...replyWords(turn, device, reply) });
  };
  for (const part of partsOf(replies)) {
    if (isRows(part)) showRows(part, show, effects);
    else showReplies(part, show, effects);
  }
  return effects;
}

type Show = (reply: Reply) => void;

/** Rows that are not shown are not made either. */
function showRows({ count, at }: Pick<Rows, "count" | "at">, show: Show, effects: Effect[]): void {
  const isLong = count > SHOWN_WHOLE;
  const first = isLong ? SHOWN_FIRST : count;
  for (let index = 0; index < first; index++) show(at(index));
  if (!isLong) return;
  effects.push(elided(count - SHOWN_FIRST - SHOWN_LAST));
  for (let index = count - SHOWN_LAST; index < count; index++) show(at(index));
}

function showReplies(replies: Iterable<Reply>, show: Show, effects: Effect[]): void {
  let row: Reply[] = [];
  const showRow = (): void => {
    const shown = row;
    showRows({ count: shown.length, at: (i) => shown[i] as Reply }, show, effects);
    row = [];
  };
  for (const reply of replies) {
    if (reply.key === "data") row.push(reply);
    else {
      showRow();
      show(reply);
    }
  }
  showRow();
}

function elided(count: number): Effect {
  return { kind: "elided", count, text: `and ${formatNumber(count)} more` };
}

function replyWords(turn: Turn, device: string, reply: Reply): Words {
  const utterance = utteranceOf(turn, device, reply.key);
  if (utterance) return wordsOf(turn, device, utterance, reply.text);
  return { text: reply.text, marks: [], provenance: PROTOCOL };
}

const PROTOCOL: Provenance = {
  kind: "inferred",
  reason: "This is what the protocol asks for; no article words it.",
};
