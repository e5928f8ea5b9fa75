/** One turn: the working copy of a state, and the effects so far, while one input is carried out. Never leaves the kernel. */

import { createMailbox, deleteOldest } from "./devices/mailbox.ts";
import type { Mailbox } from "./devices/device.ts";
import type { Run } from "./devices/library.ts";
import type { Equipment } from "./equipment.ts";
import { computedOf, evaluate, type Computed, type Scope } from "./expression.ts";
import { fit } from "./fit.ts";
import { inWords, type Named } from "./input.ts";
import { draw } from "./random.ts";
import { fill, formatNumber } from "./text.ts";
import type { Effect, Expression, Scenario, Setting, State, Value, Variable } from "./types.ts";

export interface Turn {
  readonly scenario: Scenario;
  readonly equipment: Equipment;
  state: State;
  readonly effects: Effect[];
}

/** Values over those of the state: an action's arguments, the item of a list, or the client whose session it is. */
export type Overlay = Readonly<Record<string, Computed>>;

/** What an expression sees: overlay, settings and variables, the limit, definitions. */
export function scopeOf(turn: Turn, overlay: Overlay = {}): Scope {
  const { scenario, equipment } = turn;
  const scope: Scope = {
    get(name) {
      const value = overlay[name] ?? held(turn, name);
      if (value !== undefined) return value;
      if (name === "limit" && scenario.limit !== null) return BigInt(scenario.limit.is);
      const definition = scenario.definitions.find(([defined]) => defined === name);
      if (definition === undefined) throw new ReferenceError(`Nothing is called "${name}".`);
      return evaluate(definition[1], scope);
    },
    random(from, to) {
      const { value, next } = draw(turn.state.random);
      turn.state = { ...turn.state, random: next };
      return from + BigInt(Math.floor(value * Number(to - from + 1n)));
    },
    call(name, operands) {
      const run: Run | undefined = equipment.functions[name];
      if (run === undefined) throw new ReferenceError(`There is no function "${name}".`);
      return (run as (...given: readonly Computed[]) => Computed)(...operands);
    },
  };
  return scope;
}

function held({ scenario, state }: Turn, name: string): Computed | undefined {
  const value = state.values[name] ?? state.lists[name];
  if (value === undefined) return undefined;
  const isLong = scenario.variables.some(({ id, type }) => id === name && type === "i64");
  return isLong ? BigInt(value as string) : computedOf(value);
}

/** The first alternative whose `when` holds. */
export function choose<T extends { readonly when?: Expression }>(
  alternatives: readonly T[],
  scope: Scope,
): T | undefined {
  return alternatives.find(({ when }) => when === undefined || evaluate(when, scope) === true);
}

/** A sentence of the author's with its values filled in, as a reader sees them: `{messages}` → `65,536 messages`. */
export function sentence(
  turn: Turn,
  template: string,
  overlay: Overlay = {},
  named: readonly Named[] = [],
): string {
  const scope = scopeOf(turn, overlay);
  const { settings, variables } = turn.scenario;
  return fill(template, (name) => {
    const of = [...named, ...settings, ...variables].find(({ id }) => id === name);
    return inWordsOf(scope.get(name), of);
  });
}

/** A result in words: with its unit where it has one. */
export function inWordsOf(value: Computed, of?: Named): string {
  if (typeof value === "object") return value.map((item) => inWordsOf(item)).join(", ");
  if (of) return inWords(of, typeof value === "bigint" ? String(value) : value);
  if (typeof value === "bigint") return formatNumber(value);
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}

/**
 * Gives a setting or a variable a value, and says so. A number that does not fit is made to fit, as was declared.
 *
 * @throws Trap where a number does not fit and the run is to stop
 */
export function assign(turn: Turn, name: string, wanted: Computed): void {
  const { settings, variables } = turn.scenario;
  const of = [...settings, ...variables].find(({ id }) => id === name);
  if (of === undefined) return;
  if (of.type === "list") return assignList(turn, of, wanted as readonly Computed[]);
  const from = turn.state.values[name];
  if (from === undefined) return;
  const { value: to, lost } = fit(of, wanted);
  if (to !== from) {
    const text = change(of, from, to) + (lost === "wrapped" ? ", what goes beyond is lost" : "");
    if (of.label !== null) turn.effects.push({ kind: "value", name, from, to, text });
    turn.state = { ...turn.state, values: { ...turn.state.values, [name]: to } };
    if (name === turn.scenario.mailbox?.size) resize(turn, Number(to));
    if (name === turn.scenario.sessions?.by) turn.state = { ...turn.state, session: null };
  }
  if (lost === "saturated" && of.label !== null)
    turn.effects.push({
      kind: "note",
      text: `${of.label}: ${inWords(of, to)} is as far as this goes.`,
    });
}

function assignList(
  turn: Turn,
  of: Extract<Variable, { type: "list" }>,
  wanted: readonly Computed[],
): void {
  const before = turn.state.lists[of.id] ?? [];
  const after = wanted.map((item) => fit(of.of, item).value);
  turn.state = { ...turn.state, lists: { ...turn.state.lists, [of.id]: after } };
  if (of.label === null) return;
  const [from, to] = [before.join(", "), after.join(", ")];
  const text = `${of.label}: ${to === "" ? "none" : to}`;
  if (from !== to) turn.effects.push({ kind: "value", name: of.id, from, to, text });
}

/** A setting with a unit says by it what it counts; all else is told with its label. */
function change(of: Setting | Variable, from: Value, to: Value): string {
  if (of.type === "number" && "opens" in of && of.unit !== null)
    return `${formatNumber(Number(from))} → ${inWords(of, to)}`;
  return `${of.label}: ${from === "" ? "nothing" : inWords(of, from)} → ${inWords(of, to)}`;
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
