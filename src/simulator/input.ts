/** Inputs: which there are, whether one makes sense, and what it is called. */

import { redactInput } from "./redact.ts";
import { fill, formatCount } from "./text.ts";
import type {
  Action,
  Argument,
  Input,
  NumberType,
  Scenario,
  Setting,
  Value,
  Variable,
} from "./types.ts";

/** A typed line is cut to this length, in UTF-16 code units. */
export const LONGEST_LINE = 512;

/** What every scenario has, beside its own actions. */
export const BUILT_IN = ["set", "apply", "type"] as const;

/** What is wrong with an input, in a sentence; undefined where nothing is. */
export function problemOf(scenario: Scenario, input: Input): string | undefined {
  const { action, args } = input;
  if (action === "set") return problemOfSettings(scenario, args);
  if (action === "apply")
    return scenario.remedies.some(({ id }) => id === args.remedy)
      ? undefined
      : `There is no remedy "${String(args.remedy)}".`;
  if (action === "type")
    return typeof args.text === "string" ? undefined : `"type" needs a line of text.`;
  const declared = scenario.actions.find(({ id }) => id === action);
  if (declared === undefined) return `There is no action "${action}".`;
  return declared.args.map((arg) => problemOfValue(arg, args[arg.id] ?? arg.default)).find(Boolean);
}

/** The same for settings by id. */
export function problemOfSettings(
  scenario: Scenario,
  settings: Readonly<Record<string, Value>>,
): string | undefined {
  return Object.entries(settings)
    .map(([id, value]) => {
      const setting = scenario.settings.find((candidate) => candidate.id === id);
      return setting ? problemOfValue(setting, value) : `There is no setting "${id}".`;
    })
    .find(Boolean);
}

function problemOfValue(of: Setting | Argument, value: Value): string | undefined {
  switch (of.type) {
    case "number":
      return isWithin(of, value)
        ? undefined
        : `"${of.id}" is a whole number from ${of.from} to ${of.to}, not "${value}".`;
    case "choice":
      return of.choices.some(({ id }) => id === value)
        ? undefined
        : `"${of.id}" is one of ${of.choices.map(({ id }) => id).join(", ")}, not "${value}".`;
    case "text":
      return typeof value === "string" ? undefined : `"${of.id}" is a text.`;
  }
}

function isWithin({ from, to }: NumberType, value: Value): boolean {
  return Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to;
}

/** The arguments of an action in their order, with defaults for those that the input leaves out. */
export function argsOf(action: Action, input: Input): Record<string, Value> {
  return Object.fromEntries(
    action.args.map(({ id, default: value }) => [id, input.args[id] ?? value]),
  );
}

/** The input as it may be kept: no password, no control character, no line that never ends. */
export function keepable(input: Input, secret = false): Input {
  const { text } = input.args;
  if (input.action !== "type" || typeof text !== "string") return input;
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, LONGEST_LINE);
  return redactInput({ action: "type", args: { text: clean.toWellFormed() } }, secret);
}

/** An input in words, for a heading: "Deliver 1 message". */
export function labelOf(scenario: Scenario, input: Input): string {
  const { action, args } = input;
  if (action === "type") return `Type “${String(args.text)}”`;
  if (action === "apply")
    return scenario.remedies.find(({ id }) => id === args.remedy)?.label ?? action;
  if (action === "set")
    return Object.entries(args)
      .map(([id, value]) => settingInWords(scenario, id, value))
      .join(", ");
  const declared = scenario.actions.find(({ id }) => id === action);
  if (declared === undefined) return action;
  const values = argsOf(declared, input);
  return fill(declared.label, (name) => {
    const arg = declared.args.find(({ id }) => id === name);
    return arg && inWords(arg, values[name] ?? arg.default);
  });
}

/** "Client: MAPI". */
function settingInWords(scenario: Scenario, id: string, value: Value): string {
  const setting = scenario.settings.find((candidate) => candidate.id === id);
  return setting ? `${setting.label}: ${inWords(setting, value)}` : `${id}: ${value}`;
}

/** What has a name, a type and so a way to be put in words. */
export type Named = Setting | Argument | Variable;

/** A value as a reader sees it: with its unit, or by its choice's label. */
export function inWords(of: Named, value: Value): string {
  switch (of.type) {
    case "number":
    case "i64":
      return formatCount(value as number, of.unit);
    case "decimal":
      return of.unit === null ? String(value) : `${value} ${of.unit[value === "1" ? 0 : 1]}`;
    case "choice":
      return of.choices.find(({ id }) => id === value)?.label ?? String(value);
    case "flag":
      return value === true ? "yes" : "no";
    default:
      return String(value);
  }
}
