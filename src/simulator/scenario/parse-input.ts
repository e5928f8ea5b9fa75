/** Inputs as people write them, in a scenario and on the command line: `deliver 1000`, `set client=mapi`, `type stat`. */

import { BUILT_IN, problemOf } from "../input.ts";
import type { Action, Argument, Input, Scenario, Setting, Value } from "../types.ts";
import { didYouMean } from "./nearest.ts";

export type ParsedInput =
  { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly message: string };

type Declared = Pick<Scenario, "actions" | "settings" | "remedies">;

/** One input: an action's id and its arguments in order, or `set ID=VALUE …`, `apply REMEDY`, `type LINE`. */
export function parseInput(scenario: Declared & Scenario, text: string): ParsedInput {
  const [, name = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(text) ?? [];
  const read = readerOf(scenario, name);
  if (read === undefined) {
    const names = [...scenario.actions.map(({ id }) => id), ...BUILT_IN];
    return fail(
      `There is no action "${name}": expected one of ${names.join(", ")}.${didYouMean(name, names)}`,
    );
  }
  const result = read(rest);
  if (typeof result === "string") return fail(result);
  const input = { action: name, args: result };
  const problem = problemOf(scenario, input);
  return problem === undefined ? { ok: true, input } : fail(problem);
}

/** Reads what stands after the action's name; a string says what is wrong with it. */
type Reader = (rest: string) => Record<string, Value> | string;

function readerOf(scenario: Declared, name: string): Reader | undefined {
  const action = scenario.actions.find(({ id }) => id === name);
  if (action) return (rest) => readArguments(action, words(rest));
  if (name === "type") return (rest) => ({ text: rest });
  if (name === "apply") return (rest) => readRemedy(scenario, rest);
  if (name === "set") return (rest) => readSettings(scenario, words(rest));
  return undefined;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function readArguments(action: Action, given: readonly string[]): Record<string, Value> | string {
  if (given.length > action.args.length)
    return `"${action.id}" takes ${action.args.length} arguments, not ${given.length}.`;
  const pairs = action.args.map(
    (arg, i) => [arg.id, valueOf(arg, given[i]) ?? arg.default] as const,
  );
  return Object.fromEntries(pairs);
}

function readRemedy({ remedies }: Declared, remedy: string): Record<string, Value> | string {
  const ids = remedies.map(({ id }) => id);
  if (ids.includes(remedy)) return { remedy };
  return `There is no remedy "${remedy}": expected one of ${ids.join(", ")}.${didYouMean(remedy, ids)}`;
}

/** `client=mapi`, each setting by its id. */
export function readSettings(
  { settings }: Pick<Scenario, "settings">,
  given: readonly string[],
): Record<string, Value> | string {
  const values: Record<string, Value> = {};
  for (const pair of given) {
    const [, id = pair, value] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const setting = settings.find((candidate) => candidate.id === id);
    const ids = settings.map((candidate) => candidate.id);
    if (value === undefined)
      return `Unexpected "${pair}", expected SETTING=VALUE, such as ${ids[0] ?? "n"}=1.`;
    if (setting === undefined)
      return `There is no setting "${id}": expected one of ${ids.join(", ")}.${didYouMean(id, ids)}`;
    values[id] = valueOf(setting, value) ?? value;
  }
  return values;
}

/** Numbers may be grouped as the pages print them: `65,536`. */
function valueOf(of: Setting | Argument, text: string | undefined): Value | undefined {
  if (text === undefined || of.type !== "number") return text;
  return /^\d{1,3}(,\d{3})+$|^-?\d+$/.test(text) ? Number(text.replaceAll(",", "")) : text;
}

function fail(message: string): ParsedInput {
  return { ok: false, message };
}
