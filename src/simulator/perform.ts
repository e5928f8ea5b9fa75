/** Carries out an input: what every scenario has, and the scenario's own actions by their rules. */

import { converse, typeLine, type Happening } from "./converse.ts";
import { Trap } from "./devices/library.ts";
import { computedOf, evaluate, type Computed } from "./expression.ts";
import { argsOf, type Named } from "./input.ts";
import { fill, marksOf } from "./text.ts";
import { assign, choose, inWordsOf, scopeOf, sentence, type Overlay, type Turn } from "./turn.ts";
import type { Doing, Input, Rule, Utterance, Values, Words } from "./types.ts";

/** What rules see beside the state: the action's arguments or a list's item, and what these are called and counted in. */
interface Given {
  readonly values: Overlay;
  readonly named: readonly Named[];
}
const NOTHING: Given = { values: {}, named: [] };

/** Carries out one input, which `problemOf` has nothing against. */
export function perform(turn: Turn, input: Input): void {
  try {
    start(turn, input);
  } catch (trap) {
    if (!(trap instanceof Trap)) throw trap;
    stop(turn, trap);
  }
}

function start(turn: Turn, input: Input): void {
  switch (input.action) {
    case "set":
      return assignAll(turn, input.args);
    case "apply":
      return assignAll(
        turn,
        turn.scenario.remedies.find(({ id }) => id === input.args.remedy)?.sets ?? {},
      );
    case "type":
      return follow(turn, typeLine(turn, String(input.args.text)));
    default:
      return act(turn, input.action, argumentsOf(turn, input));
  }
}

/** A calculation without a result ends the run; what a reader sees of that is the scenario's to say. */
function stop(turn: Turn, { kind, message }: Trap): void {
  if (turn.scenario.on[kind] !== undefined) return follow(turn, kind);
  turn.equipment.stopped?.(message);
  const text = `The calculation stops: ${message}.`;
  turn.effects.push({ kind: "outcome", result: "fails", text });
  turn.state = { ...turn.state, outcome: { result: "fails", text } };
}

function assignAll(turn: Turn, values: Values): void {
  for (const [name, value] of Object.entries(values)) assign(turn, name, computedOf(value));
}

function actionOf({ scenario }: Turn, name: string) {
  const action = scenario.actions.find(({ id }) => id === name);
  if (action === undefined) throw new ReferenceError(`There is no action "${name}".`);
  return action;
}

function argumentsOf(turn: Turn, input: Input): Overlay {
  const pairs = Object.entries(argsOf(actionOf(turn, input.action), input));
  return Object.fromEntries(pairs.map(([id, value]) => [id, computedOf(value)]));
}

function act(turn: Turn, name: string, values: Overlay): void {
  const { rules, args } = actionOf(turn, name);
  applyRules(turn, rules, { values, named: args });
}

/** Does what follows, by the scenario, from what came of a session. */
export function follow(turn: Turn, happening: Happening | undefined): void {
  if (happening !== undefined) applyRules(turn, turn.scenario.on[happening] ?? [], NOTHING);
}

function applyRules(turn: Turn, rules: readonly Rule[], given: Given): void {
  const rule = choose(rules, scopeOf(turn, given.values));
  if (rule) turn.equipment.fired?.(rule);
  for (const doing of rule?.effects ?? []) carryOut(turn, doing, given);
}

function carryOut(turn: Turn, doing: Doing, given: Given): void {
  const scope = scopeOf(turn, given.values);
  switch (doing.do) {
    case "set":
      return assign(turn, doing.name, evaluate(doing.to, scope));
    case "act": {
      const defaults = argumentsOf(turn, { action: doing.action, args: {} });
      const args = Object.entries(doing.args).map(
        ([id, tree]) => [id, evaluate(tree, scope)] as const,
      );
      return act(turn, doing.action, { ...defaults, ...Object.fromEntries(args) });
    }
    case "each":
      for (const item of evaluate(doing.in, scope) as readonly Computed[])
        applyRules(turn, doing.rules, { ...given, values: { ...given.values, [doing.as]: item } });
      return;
    case "converse":
      return follow(turn, converse(turn));
    case "log":
      return log(turn, doing.event);
    default:
      return tell(turn, doing, given);
  }
}

function log(turn: Turn, name: string): void {
  const event = turn.scenario.events[name];
  if (event === undefined) return;
  const { record, provenance } = event;
  const marks = marksOf(record.description, record.description, turn.scenario.placeholders);
  turn.effects.push({ kind: "event", record, marks, session: turn.state.sessions, provenance });
}

type Telling = Exclude<Doing, { do: "set" | "act" | "each" | "converse" | "log" }>;

/** What a reader sees at once, and what changes nothing but the outcome. */
function tell(turn: Turn, doing: Telling, given: Given): void {
  const { effects } = turn;
  const say = (text: string) => sentence(turn, text, given.values, given.named);
  const groundsOf = (of: typeof doing) =>
    "grounds" in of && of.grounds ? { grounds: of.grounds } : {};
  switch (doing.do) {
    case "wait":
      effects.push({ kind: "wait", text: say(doing.text) });
      return;
    case "note":
      effects.push({ kind: "note", text: say(doing.text), ...groundsOf(doing) });
      return;
    case "message": {
      const { title, buttons } = doing;
      effects.push({ kind: "message", title, buttons, ...filled(turn, doing.words, say) });
      return;
    }
    case "line":
      effects.push({ kind: "line", from: doing.from, ...filled(turn, doing.words, say) });
      return;
    case "row": {
      const cells = doing.cells.map(say);
      effects.push({ kind: "row", table: doing.table, cells, text: cells.join(" · ") });
      return;
    }
    case "beside": {
      const scope = scopeOf(turn, given.values);
      const [expected, actual] = [doing.expected, doing.actual].map((tree) =>
        inWordsOf(evaluate(tree, scope)),
      ) as [string, string];
      const label = say(doing.label);
      const text = `${label}: expected ${expected}, found ${actual}`;
      effects.push({ kind: "beside", label, expected, actual, text, ...groundsOf(doing) });
      return;
    }
    case "outcome": {
      const { result } = doing;
      const text = say(doing.text);
      effects.push({ kind: "outcome", result, text, ...groundsOf(doing) });
      turn.state = { ...turn.state, outcome: { result, text } };
    }
  }
}

/** Words of the system with values filled in, which are marked where they differ from what is quoted. */
function filled(
  turn: Turn,
  { text: template, provenance }: Utterance,
  say: (text: string) => string,
): Words {
  const text = fill(template, (name) => say(`{${name}}`));
  const isVerbatim = provenance.kind === "quote" && provenance.words === text;
  const marks = marksOf(text, isVerbatim ? text : template, turn.scenario.placeholders);
  return { text, marks, provenance };
}
