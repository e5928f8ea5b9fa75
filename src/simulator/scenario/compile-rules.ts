/** Actions, rules and effects of a scenario file into the forms that the kernel carries out. */

import type {
  Action,
  Argument,
  Doing,
  Expression,
  NumberType,
  Provenance,
  Result,
  Rule,
  Setting,
  Table,
  Utterance,
  Variable,
} from "../types.ts";
import {
  compileExpression,
  compileQuote,
  compileTyped,
  compileWords,
  report,
  type Context,
} from "./context.ts";
import { typeOf } from "./compile-variables.ts";
import { holesOf } from "../text.ts";
import type { Types } from "./expression.ts";
import { itemsOf } from "./type.ts";
import { didYouMean } from "./nearest.ts";
import type {
  ActionSource,
  EachSource,
  EffectSource,
  RuleSource,
  ScenarioSource,
  VariableSource,
} from "./schema.ts";
import type { Path } from "./source.ts";

/** What rules may refer to. */
export interface Names {
  readonly types: Types;
  /** Settings and variables: what can be given a value. */
  readonly holders: readonly (Setting | Variable)[];
  readonly sources: Readonly<Record<string, VariableSource>>;
  readonly events: readonly string[];
  readonly tables: Readonly<Record<string, Table>>;
  /** Actions declared before this one: so no action can lead back to itself. */
  readonly actions: readonly Action[];
  /** Names of all actions, wherever they are declared. */
  readonly allActions: readonly string[];
}

export function compileActions(
  context: Context,
  source: ScenarioSource["actions"],
  names: Omit<Names, "actions" | "allActions">,
): Action[] {
  const actions: Action[] = [];
  const allActions = Object.keys(source);
  for (const [id, action] of Object.entries(source))
    actions.push(
      compileAction(context, id, action, { ...names, actions: [...actions], allActions }),
    );
  return actions;
}

function compileAction(context: Context, id: string, source: ActionSource, names: Names): Action {
  const args = Object.entries(source.args ?? {}).map(([arg, given]): Argument => {
    const like = likeOf(context, given.like, ["actions", id, "args", arg, "like"], names);
    const { from = 1, to = like?.to ?? 1, unit = like?.unit ?? undefined, default: value } = given;
    return { id: arg, ...numberType(from, to, unit), default: value };
  });
  const types = {
    ...names.types,
    ...Object.fromEntries(args.map(({ id: arg }) => [arg, "number" as const])),
  };
  const rules = compileRules(context, source.rules, ["actions", id, "rules"], { ...names, types });
  return { id, label: source.label, args, rules };
}

/** The number among the settings of that name. */
function likeOf(context: Context, name: string | undefined, path: Path, { holders }: Names) {
  if (name === undefined) return undefined;
  const numbers = holders.flatMap((holder) => (holder.type === "number" ? [holder] : []));
  requireName(
    context,
    name,
    numbers.map(({ id }) => id),
    "number",
    path,
  );
  return numbers.find(({ id }) => id === name);
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
  if ("set" in source) return compileSet(context, source, path, names);
  if ("act" in source) return compileAct(context, source, path, names);
  if ("each" in source) return compileEach(context, source, path, names);
  if ("log" in source) {
    requireName(context, source.log, names.events, "event", [...path, "log"]);
    return { do: "log", event: source.log };
  }
  if ("row" in source) return compileRow(context, source, path, names);
  return compileTelling(context, source, path, names);
}

type SourceWith<Key extends string> = Extract<EffectSource, Readonly<Record<Key, unknown>>>;

/** A decimal is brought to its places in the expression itself, so that the kernel knows nothing of decimals. */
function compileSet(context: Context, source: SourceWith<"set">, path: Path, names: Names): Doing {
  const { set: name, to } = source;
  const ids = names.holders.map(({ id }) => id);
  requireName(context, name, ids, "setting or variable", [...path, "set"]);
  const holder = names.holders.find(({ id }) => id === name);
  const type = holder && typeOf(holder);
  const { tree } = compileTyped(context, to, [...path, "to"], names.types, type);
  if (holder?.type !== "decimal") return { do: "set", name, to: tree };
  const rounding = names.sources[name]?.rounding ?? "roundHalfEven";
  const rounded: Expression = ["call", rounding, tree, holder.places];
  return { do: "set", name, to: rounded };
}

/** The item is one name more for what is done. */
function compileEach(context: Context, source: EachSource, path: Path, names: Names): Doing {
  const { tree, type } = compileTyped(context, source.in, [...path, "in"], names.types, {
    list: "anything",
  });
  const types = { ...names.types, [source.each]: itemsOf(type) ?? "anything" };
  const rules = compileRules(context, source.do, [...path, "do"], { ...names, types });
  return { do: "each", as: source.each, in: tree, rules };
}

function compileRow(context: Context, source: SourceWith<"row">, path: Path, names: Names): Doing {
  requireName(context, source.row, Object.keys(names.tables), "table", [...path, "row"]);
  const columns = names.tables[source.row]?.columns.length ?? source.cells.length;
  if (columns !== source.cells.length)
    report(
      context,
      "schema",
      [...path, "cells"],
      `Unexpected ${source.cells.length} cells, expected ${columns}, one a column.`,
    );
  source.cells.forEach((cell, i) => requireHoles(context, cell, [...path, "cells", i], names));
  return { do: "row", table: source.row, cells: source.cells };
}

type TellingSource = Exclude<
  EffectSource,
  | "converse"
  | EachSource
  | SourceWith<"set">
  | SourceWith<"act">
  | SourceWith<"log">
  | SourceWith<"row">
>;

function compileTelling(context: Context, source: TellingSource, path: Path, names: Names): Doing {
  const sentence = (text: string, key: string): string => {
    requireHoles(context, text, [...path, key], names);
    return text;
  };
  const said = (words: Parameters<typeof compileWords>[1], key: string): Utterance =>
    compileWords(context, words, [...path, key], names.types);
  if ("wait" in source) return { do: "wait", text: sentence(source.wait, "wait") };
  if ("say" in source) return { do: "line", from: "server", words: said(source.say, "say") };
  if ("type" in source) return { do: "line", from: "client", words: said(source.type, "type") };
  if ("message" in source) {
    const { title = "", buttons = ["OK"] } = source;
    return { do: "message", title, buttons, words: said(source.message, "message") };
  }
  const grounds = groundsOf(context, source.quote, [...path, "quote"]);
  if ("beside" in source) {
    const compared = (key: "expected" | "actual") =>
      compileTyped(context, source[key], [...path, key], names.types).tree;
    const label = sentence(source.beside, "beside");
    return {
      do: "beside",
      label,
      expected: compared("expected"),
      actual: compared("actual"),
      ...grounds,
    };
  }
  if ("note" in source) return { do: "note", text: sentence(source.note, "note"), ...grounds };
  const [result, text] = outcomeOf(source);
  return { do: "outcome", result, text: sentence(text, result), ...grounds };
}

function outcomeOf(source: TellingSource): readonly [Result, string] {
  const found = RESULTS.find((result) => result in source) ?? "works";
  return [found, (source as Partial<Record<Result, string>>)[found] ?? ""];
}

const RESULTS: readonly Result[] = ["works", "fails", "hangs", "wrong", "byDesign"];

/** A sentence's holes name values that there are, and do not calculate with them. */
function requireHoles(context: Context, text: string, path: Path, names: Names): void {
  const values = Object.keys(names.types);
  for (const name of holesOf(text)) requireName(context, name, values, "value", path);
  for (const { 0: hole, index: offset } of text.matchAll(/\{[^{}]*[^{}A-Za-z0-9][^{}]*\}/g))
    if (hole.split(/\W+/).some((word) => values.includes(word)))
      report(
        context,
        "expression",
        path,
        `Unexpected "${hole}" in a sentence, expected the name of a value in { }.`,
        { note: "Give what is calculated a name under `let`, and write that name.", offset },
      );
}

function compileAct(
  context: Context,
  source: Extract<EffectSource, { act: string }>,
  path: Path,
  names: Names,
): Doing {
  const ids = names.actions.map(({ id }) => id);
  if (!ids.includes(source.act) && names.allActions.includes(source.act))
    report(
      context,
      "unknown-name",
      [...path, "act"],
      `The action "${source.act}" is not declared above this one, expected it there: an action acts only what stands above it.`,
    );
  else requireName(context, source.act, ids, "action above this one", [...path, "act"]);
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
