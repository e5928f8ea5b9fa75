/** One turn: the working copy of a state, and the effects so far, while one input is carried out. Never leaves the kernel. */

import { createMailbox, deleteOldest } from "./devices/mailbox.ts";
import type { Device, Json, Mailbox } from "./devices/device.ts";
import { evaluate, type Scope } from "./expression.ts";
import { inWords } from "./input.ts";
import { draw } from "./random.ts";
import { fill, formatNumber } from "./text.ts";
import type {
  Argument,
  Effect,
  Expression,
  Scenario,
  Setting,
  State,
  Value,
  Values,
} from "./types.ts";

export type Devices = Readonly<Record<string, Device<Json>>>;

export interface Turn {
  readonly scenario: Scenario;
  readonly devices: Devices;
  state: State;
  readonly effects: Effect[];
}

/** Values over those of the state: an action's arguments, or the client whose session it is. */
export type Overlay = Values;

/** What an expression sees: overlay, settings, the limit, definitions. */
export function scopeOf(turn: Turn, overlay: Overlay = {}): Scope {
  const scope: Scope = {
    get(name) {
      const value = overlay[name] ?? turn.state.values[name];
      if (value !== undefined) return value;
      if (name === "limit" && turn.scenario.limit !== null) return turn.scenario.limit.is;
      const definition = turn.scenario.definitions.find(([defined]) => defined === name);
      if (definition === undefined) throw new ReferenceError(`Nothing is called "${name}".`);
      return evaluate(definition[1], scope);
    },
    random(from, to) {
      const { value, next } = draw(turn.state.random);
      turn.state = { ...turn.state, random: next };
      return from + Math.floor(value * (to - from + 1));
    },
  };
  return scope;
}

/** The first alternative whose `when` holds. */
export function choose<T extends { readonly when?: Expression }>(
  alternatives: readonly T[],
  scope: Scope,
): T | undefined {
  return alternatives.find(({ when }) => when === undefined || evaluate(when, scope) === true);
}

/** What has a name, a type and so a way to be put in words. */
export type Named = Setting | Argument;

/** A sentence of the author's with its values filled in, as a reader sees them: `{messages}` → `65,536 messages`. */
export function sentence(
  turn: Turn,
  template: string,
  overlay: Overlay = {},
  named: readonly Named[] = [],
): string {
  const scope = scopeOf(turn, overlay);
  return fill(template, (name) => {
    const of = [...named, ...turn.scenario.settings].find(({ id }) => id === name);
    const value = scope.get(name);
    return of ? inWords(of, value) : typeof value === "number" ? formatNumber(value) : value;
  });
}

/** Gives a setting a value; a number beyond its range stops at the range's end, which is said. */
export function assign(turn: Turn, name: string, wanted: Value): void {
  const setting = turn.scenario.settings.find(({ id }) => id === name);
  const from = turn.state.values[name];
  if (setting === undefined || from === undefined) return;
  const to = within(setting, wanted);
  if (to !== from) {
    turn.effects.push({ kind: "value", name, from, to, text: change(setting, from, to) });
    turn.state = { ...turn.state, values: { ...turn.state.values, [name]: to } };
    if (name === turn.scenario.mailbox?.size) resize(turn, Number(to));
    if (name === turn.scenario.sessions?.by) turn.state = { ...turn.state, session: null };
  }
  if (to !== wanted)
    turn.effects.push({
      kind: "note",
      text: `${setting.label}: ${inWords(setting, to)} is as far as this goes.`,
    });
}

function within(setting: Setting, value: Value): Value {
  if (setting.type !== "number") return value;
  return Math.min(setting.to, Math.max(setting.from, Number(value)));
}

function change(setting: Setting, from: Value, to: Value): string {
  if (setting.type === "number") return `${formatNumber(Number(from))} → ${inWords(setting, to)}`;
  return `${setting.label}: ${inWords(setting, from)} → ${inWords(setting, to)}`;
}

/** Mail arrives at the end of the mailbox and leaves from its beginning: the oldest is deleted first. */
function resize(turn: Turn, size: number): void {
  const { lastUid, deleted } = turn.state.mailbox;
  const more = size - mailboxOf(turn.state).count;
  const mailbox =
    more >= 0
      ? { lastUid: lastUid + more, deleted }
      : { lastUid, deleted: deleteOldest(lastUid, deleted, -more) };
  turn.state = { ...turn.state, mailbox };
}

export function mailboxOf(state: State): Mailbox {
  return createMailbox(state.mailbox.lastUid, state.mailbox.deleted);
}
