/** Carries out an input: what every scenario has, and the scenario's own actions by their rules. */

import { converse, typeLine, type Happening } from "./converse.ts";
import { evaluate } from "./expression.ts";
import { argsOf } from "./input.ts";
import { marksOf } from "./text.ts";
import { assign, choose, scopeOf, sentence, type Named, type Turn } from "./turn.ts";
import type { Doing, Input, Rule, Values } from "./types.ts";

/** What rules see beside the state: the action's arguments, and what these are called and counted in. */
interface Given {
  readonly values: Values;
  readonly named: readonly Named[];
}
const NOTHING: Given = { values: {}, named: [] };

/** Carries out one input, which `problemOf` has nothing against. */
export function perform(turn: Turn, input: Input): void {
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
      return act(turn, input);
  }
}

function assignAll(turn: Turn, values: Values): void {
  for (const [name, value] of Object.entries(values)) assign(turn, name, value);
}

function act(turn: Turn, input: Input): void {
  const action = turn.scenario.actions.find(({ id }) => id === input.action);
  if (action === undefined) throw new ReferenceError(`There is no action "${input.action}".`);
  applyRules(turn, action.rules, { values: argsOf(action, input), named: action.args });
}

/** Does what follows, by the scenario, from what came of a session. */
export function follow(turn: Turn, happening: Happening | undefined): void {
  if (happening !== undefined) applyRules(turn, turn.scenario.on[happening] ?? [], NOTHING);
}

function applyRules(turn: Turn, rules: readonly Rule[], given: Given): void {
  const rule = choose(rules, scopeOf(turn, given.values));
  for (const doing of rule?.effects ?? []) carryOut(turn, doing, given);
}

function carryOut(turn: Turn, doing: Doing, given: Given): void {
  const scope = scopeOf(turn, given.values);
  switch (doing.do) {
    case "set":
      return assign(turn, doing.name, evaluate(doing.to, scope));
    case "act": {
      const args = Object.entries(doing.args).map(
        ([id, tree]) => [id, evaluate(tree, scope)] as const,
      );
      return act(turn, { action: doing.action, args: Object.fromEntries(args) });
    }
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

type Telling = Extract<Doing, { text: string }>;

function tell(turn: Turn, doing: Telling, given: Given): void {
  const text = sentence(turn, doing.text, given.values, given.named);
  if (doing.do === "wait") {
    turn.effects.push({ kind: "wait", text });
    return;
  }
  const grounds = doing.grounds ? { grounds: doing.grounds } : {};
  if (doing.do === "note") {
    turn.effects.push({ kind: "note", text, ...grounds });
    return;
  }
  turn.effects.push({ kind: "outcome", result: doing.result, text, ...grounds });
  turn.state = { ...turn.state, outcome: { result: doing.result, text } };
}
