/** Actions, rules and effects of a scenario file into the forms that the kernel carries out. */

import type { Action, Argument, Doing, NumberType, Provenance, Rule } from "../types.ts";
import { compileExpression, compileQuote, report, type Context } from "./context.ts";
import type { Types } from "./expression.ts";
import { didYouMean } from "./nearest.ts";
import type { ActionSource, EffectSource, RuleSource, ScenarioSource } from "./schema.ts";
import type { Path } from "./source.ts";

/** What rules may refer to. */
export interface Names {
  readonly types: Types;
  readonly settings: readonly string[];
  readonly events: readonly string[];
  /** Actions declared before this one: so no action can lead back to itself. */
  readonly actions: readonly Action[];
}

export function compileActions(
  context: Context,
  source: ScenarioSource["actions"],
  names: Omit<Names, "actions">,
): Action[] {
  const actions: Action[] = [];
  for (const [id, action] of Object.entries(source))
    actions.push(compileAction(context, id, action, { ...names, actions: [...actions] }));
  return actions;
}

function compileAction(context: Context, id: string, source: ActionSource, names: Names): Action {
  const args = Object.entries(source.args ?? {}).map(
    ([arg, { from, to, unit, default: value }]): Argument => ({
      id: arg,
      ...numberType(from, to, unit),
      default: value,
    }),
  );
  const types = {
    ...names.types,
    ...Object.fromEntries(args.map(({ id: arg }) => [arg, "number" as const])),
  };
  const rules = compileRules(context, source.rules, ["actions", id, "rules"], { ...names, types });
  return { id, label: source.label, args, rules };
}

export function compileRules(
  context: Context,
  source: readonly RuleSource[],
  path: Path,
  names: Names,
): Rule[] {
  return source.map(({ when, then }, i) => {
    const at = [...path, i];
    const effects = then.map((effect, j) =>
      compileEffect(context, effect, [...at, "then", j], names),
    );
    if (when === undefined) return { effects };
    return {
      when: compileExpression(context, when, [...at, "when"], names.types, "flag"),
      effects,
    };
  });
}

function compileEffect(context: Context, source: EffectSource, path: Path, names: Names): Doing {
  if (source === "converse") return { do: "converse" };
  if ("set" in source) {
    requireName(context, source.set, names.settings, "setting", [...path, "set"]);
    const type = names.types[source.set] ?? "number";
    const to = compileExpression(context, source.to, [...path, "to"], names.types, type);
    return { do: "set", name: source.set, to };
  }
  if ("act" in source) return compileAct(context, source, path, names);
  if ("log" in source) {
    requireName(context, source.log, names.events, "event", [...path, "log"]);
    return { do: "log", event: source.log };
  }
  if ("wait" in source) return { do: "wait", text: source.wait };
  const grounds = groundsOf(context, source.quote, [...path, "quote"]);
  if ("note" in source) return { do: "note", text: source.note, ...grounds };
  if ("works" in source) return { do: "outcome", result: "works", text: source.works, ...grounds };
  if ("fails" in source) return { do: "outcome", result: "fails", text: source.fails, ...grounds };
  return { do: "outcome", result: "hangs", text: source.hangs, ...grounds };
}

function compileAct(
  context: Context,
  source: Extract<EffectSource, { act: string }>,
  path: Path,
  names: Names,
): Doing {
  const ids = names.actions.map(({ id }) => id);
  requireName(context, source.act, ids, "action declared before this one", [...path, "act"]);
  const declared =
    names.actions.find(({ id }) => id === source.act)?.args.map(({ id }) => id) ?? [];
  const args = Object.entries(source.with ?? {}).map(([name, tree]) => {
    const at = [...path, "with", name];
    if (ids.includes(source.act)) requireName(context, name, declared, "argument", at);
    return [name, compileExpression(context, tree, at, names.types, "number")] as const;
  });
  return { do: "act", action: source.act, args: Object.fromEntries(args) };
}

function groundsOf(
  context: Context,
  quote: string | undefined,
  path: Path,
): { grounds?: Provenance } {
  return quote === undefined ? {} : { grounds: compileQuote(context, quote, path) };
}

/** Reports a name that is not among those there are. */
export function requireName(
  context: Context,
  name: string,
  names: readonly string[],
  what: string,
  path: Path,
): void {
  if (names.includes(name)) return;
  const expected = names.length === 0 ? "there is none" : `expected one of ${names.join(", ")}`;
  const reason = `There is no ${what} "${name}": ${expected}.${didYouMean(name, names)}`;
  report(context, "unknown-name", path, reason);
}

/** The numbers' part of a setting's or argument's type. */
export function numberType(
  from: number,
  to: number,
  unit: NumberType["unit"] | undefined,
): NumberType {
  return { type: "number", from, to, unit: unit ?? null };
}
