/**
 * A run as a piece of an address, made of `A–Z a–z 0–9 - . _ ~` alone, so that it may stand anywhere in one. Parts are
 * joined by `~`, their fields by `.`; other characters are `_` and two hexadecimal digits for each UTF-8 byte:
 *
 *     3f9a1c2b04de ~ messages.65530 ~ agent ~ deliver.1_x6 ~ type.retr_201
 *     digest         settings         remedies  six times      type "retr 1"
 *
 * The digest may be followed by the seed, where that is not 1.
 */

import { argsOf, keepable, problemOf, problemOfSettings } from "./input.ts";
import type { Argument, Input, Run, Scenario, Setting, Value } from "./types.ts";

export type Decoded =
  | { readonly ok: true; readonly run: Run }
  | {
      readonly ok: false;
      /** `otherScenario`: made with a scenario that has changed since. `malformed`: not made by `encodeRun`. */
      readonly reason: "otherScenario" | "malformed";
      /** What to tell the reader. */
      readonly message: string;
    };

/** More inputs than this are not played from an address, so that none can keep a page busy. */
export const MOST_INPUTS = 500;

/** The run for an address. No password gets into it. */
export function encodeRun(scenario: Scenario, run: Run): string {
  const seed = run.seed === undefined || run.seed === 1 ? [] : [run.seed];
  const inputs = run.inputs.map((input) => encodeFields(fieldsOf(scenario, keepable(input))));
  return [
    encodeFields([scenario.digest, ...seed]),
    encodeFields(Object.entries(run.settings).flat()),
    encodeFields(run.remedies),
    ...collapse(inputs),
  ].join("~");
}

/** The run that `encodeRun` wrote, if it was made with this very scenario and every part of it makes sense. */
export function decodeRun(scenario: Scenario, text: string): Decoded {
  try {
    const [head = "", ...parts] = text.split("~");
    const [digest = "", seed = "1"] = decodeFields(head);
    if (digest !== scenario.digest) return /^[0-9a-f]{12}$/.test(digest) ? OTHER : MALFORMED;
    const run = runOf(scenario, parts, Number(seed));
    return makesSense(scenario, run) ? { ok: true, run } : MALFORMED;
  } catch {
    // An escape that is none, or too many inputs.
    return MALFORMED;
  }
}

function runOf(scenario: Scenario, parts: readonly string[], seed: number): Run {
  const [settings = "", remedies = "", ...inputs] = parts;
  return {
    settings: settingsOf(scenario, decodeFields(settings)),
    remedies: decodeFields(remedies),
    inputs: expand(inputs).map((input) => inputOf(scenario, decodeFields(input))),
    ...(seed === 1 ? {} : { seed }),
  };
}

const OTHER: Decoded = {
  ok: false,
  reason: "otherScenario",
  message:
    "This address was made with an earlier version of the simulator, so it starts from the beginning.",
};
const MALFORMED: Decoded = {
  ok: false,
  reason: "malformed",
  message: "This address does not describe a run, so the simulator starts from the beginning.",
};

function makesSense(scenario: Scenario, run: Run): boolean {
  return (
    run.remedies.every((id) => scenario.remedies.some((remedy) => remedy.id === id)) &&
    problemOfSettings(scenario, run.settings) === undefined &&
    run.inputs.every((input) => problemOf(scenario, input) === undefined) &&
    (run.seed === undefined || Number.isSafeInteger(run.seed))
  );
}

function fieldsOf(scenario: Scenario, input: Input): Value[] {
  const { action, args } = input;
  const declared = scenario.actions.find(({ id }) => id === action);
  if (declared) return [action, ...Object.values(argsOf(declared, input))];
  return action === "set"
    ? [action, ...Object.entries(args).flat()]
    : [action, ...Object.values(args)];
}

function inputOf(scenario: Scenario, fields: string[]): Input {
  const [action = "", ...values] = fields;
  if (action === "set") return { action, args: settingsOf(scenario, values) };
  if (action === "apply") return { action, args: { remedy: values[0] ?? "" } };
  if (action === "type") return keepable({ action, args: { text: values[0] ?? "" } });
  const declared = scenario.actions.find(({ id }) => id === action)?.args ?? [];
  return {
    action,
    args: Object.fromEntries(
      declared.map((arg, i) => [arg.id, typed(arg, values[i]) ?? arg.default]),
    ),
  };
}

function settingsOf(scenario: Scenario, fields: string[]): Record<string, Value> {
  const settings: Record<string, Value> = {};
  for (let i = 0; i < fields.length; i += 2) {
    const id = fields[i] ?? "";
    settings[id] =
      typed(
        scenario.settings.find((setting) => setting.id === id),
        fields[i + 1],
      ) ?? "";
  }
  return settings;
}

function typed(of: Setting | Argument | undefined, field: string | undefined): Value | undefined {
  return of?.type === "number" && field !== undefined ? Number(field) : field;
}

/** Equal neighbours become one with `_xN`. */
function collapse(parts: readonly string[]): string[] {
  const runs: { part: string; count: number }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.part === part) last.count++;
    else runs.push({ part, count: 1 });
  }
  return runs.map(({ part, count }) => (count === 1 ? part : `${part}_x${count}`));
}

function expand(parts: readonly string[]): string[] {
  const counted = parts.map((part) => {
    const [, text = "", count = "1"] = /^(.*?)(?:_x([0-9]{1,3}))?$/.exec(part) ?? [];
    return { text, count: Number(count) };
  });
  if (counted.reduce((sum, { count }) => sum + count, 0) > MOST_INPUTS)
    throw new RangeError("Too many inputs.");
  return counted.flatMap(({ text, count }) => Array<string>(count).fill(text));
}

function encodeFields(fields: readonly Value[]): string {
  return fields.map((field) => escapeField(String(field))).join(".");
}

function decodeFields(part: string): string[] {
  return part === "" ? [] : part.split(".").map(unescapeField);
}

/** Percent-encoding with `_` for `%`, of everything but letters, digits and `-`. */
function escapeField(text: string): string {
  const hex = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(text)
    .replace(/[!'()*._~]/g, hex)
    .replaceAll("%", "_");
}

function unescapeField(text: string): string {
  return decodeURIComponent(text.replaceAll("_", "%"));
}
