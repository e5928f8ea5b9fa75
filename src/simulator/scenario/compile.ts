/** A scenario file, checked against its schema and its article, into the form that pages carry. */

import { createHash } from "node:crypto";
import type { Article } from "../../article/schema.ts";
import type { Finding } from "../../article/finding.ts";
import { DEVICES, FUNCTIONS } from "../devices/index.ts";
import { equip } from "../equipment.ts";
import { problemOfSettings } from "../input.ts";
import type {
  EventRecord,
  Expression,
  Input,
  Remedy,
  Scenario,
  Setting,
  Values,
  Variable,
} from "../types.ts";
import {
  compileActions,
  compileRules,
  numberType,
  requireName,
  type Names,
} from "./compile-rules.ts";
import { compileFills, compileSessions } from "./compile-sessions.ts";
import { compileVariables, RANGES, typeOf } from "./compile-variables.ts";
import { blocksOf } from "./blocks.ts";
import { withBook } from "./book.ts";
import {
  compileBlock,
  compileExpression,
  compileQuote,
  compileTyped,
  report,
  type Context,
} from "./context.ts";
import type { Type, Types } from "./expression.ts";
import { needsOf } from "./needs.ts";
import { parseInput } from "./parse-input.ts";
import { PHRASE_BOOKS } from "./phrases/index.ts";
import { finderOf, findersIn } from "./quotes.ts";
import { scenarioSchema, type ScenarioSource, type SettingSource } from "./schema.ts";
import { checkShape, readSource, type Path } from "./source.ts";

export interface ScenarioToCheck {
  readonly article: Article;
  /** The text of `simulator.yaml`. */
  readonly scenarioText: string;
  /** Its name, for the findings. */
  readonly file: string;
  /** Articles that the scenario may cite; a text cited from one that is not here is shown as cited, unchecked. */
  readonly articleById?: (id: string) => Article | undefined;
  /** The folder of the articles where it is not the usual one: the commands in findings name it. */
  readonly content?: string | undefined;
}

export interface Compiled {
  /** Absent where there is an error. */
  readonly scenario?: Scenario;
  /** Absent where there is an error of more than words. */
  readonly playable?: Scenario;
  /** What the file holds. */
  readonly source?: ScenarioSource;
  readonly findings: readonly Finding[];
  /** Where a part of the scenario file stands, for findings about what it does. */
  readonly context?: Context;
}

/**
 * Compiles a scenario file. All findings at once, in the order of the file; none of them means that the scenario does
 * what it should: that is `proof.ts`.
 */
export function compileScenario({
  article,
  scenarioText,
  file,
  articleById = () => undefined,
  content,
}: ScenarioToCheck): Compiled {
  const source = readSource(scenarioText, file);
  if (source.findings.length > 0) return { findings: source.findings };
  const { data: own, findings } = checkShape(scenarioSchema, source);
  if (own === undefined) return { findings };
  const data = withBook(own);
  const context: Context = {
    source,
    find: finderOf(article),
    blocks: blocksOf(article),
    findIn: findersIn(articleById),
    findings: [],
    content,
  };
  const scenario = compileAll(context, article.frontMatter.id, data);
  const found = inOrder(context.findings);
  const equipped = equip(scenario, { devices: DEVICES, functions: FUNCTIONS });
  if (!hasErrors(found))
    return { scenario: equipped, playable: equipped, source: data, findings: found, context };
  return found.every(isOfWords) ? { playable: equipped, findings: found } : { findings: found };
}

/** Whether a finding is of words alone: what is quoted wrongly can be played. */
function isOfWords({ ruleId }: Finding): boolean {
  return ruleId === "simulator/quote-not-found" || ruleId === "simulator/cited-not-found";
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** Findings in the order of the file. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

function compileAll(context: Context, id: string, source: ScenarioSource): Scenario {
  const settings = Object.entries(source.settings).map(([name, setting]) =>
    compileSetting(context, name, setting),
  );
  const variables = compileVariables(context, source);
  const { definitions, types } = compileDefinitions(context, source, [...settings, ...variables]);
  checkUses(context, source);
  const world = compileWorld(context, source, types);
  const base: Omit<Names, "actions" | "allActions"> = {
    types,
    holders: [...settings, ...variables],
    sources: source.variables ?? {},
    events: Object.keys(world.events),
    tables: source.tables ?? {},
  };
  const actions = compileActions(context, source.actions, base);
  const on = compileOn(context, source, {
    ...base,
    actions,
    allActions: Object.keys(source.actions),
  });
  const remedies = compileRemedies(context, source);
  const scenario: Scenario = {
    id,
    checked: "",
    digest: "",
    title: source.title,
    settings,
    variables,
    tables: source.tables ?? {},
    needs: [],
    definitions,
    ...world,
    actions,
    on,
    remedies,
    views: source.views,
    teaches: source.teaches ?? null,
    ask: compileAsk(context, source),
    why: source.why ?? null,
    buttons: [],
    probe: NO_INPUT,
    demonstration: { settings: {}, remedies: [], inputs: [] },
  };
  checkSettings(context, scenario, source);
  const whole = { ...scenario, ...compileInputs(context, scenario, source) };
  return withDigest({ ...whole, needs: needsOf(whole) });
}

function compileAsk(context: Context, { ask }: ScenarioSource): Scenario["ask"] {
  if (ask === undefined) return null;
  requireName(context, ask.answer, Object.keys(ask.choices), "choice", ["ask", "answer"]);
  const choices = Object.entries(ask.choices).map(([id, label]) => ({ id, label }));
  return { ...ask, choices };
}

const NO_INPUT: Input = { action: "", args: {} };

/** SHA-256 of all the rest, cut to twelve digits. */
function withDigest(scenario: Scenario): Scenario {
  const digest = createHash("sha256").update(JSON.stringify(scenario)).digest("hex").slice(0, 12);
  return { ...scenario, digest };
}

// ----------------------------------------------------------------------------------------- settings and their types

function compileSetting(context: Context, id: string, source: SettingSource): Setting {
  const { label, default: value, opens = value } = source;
  const named = { id, label, default: value, opens };
  if (source.choices) {
    const choices = Object.entries(source.choices).map(([choice, of]) => ({
      id: choice,
      label: of,
    }));
    return { ...named, type: "choice", choices };
  }
  if (source.type === undefined && source.from === undefined)
    report(
      context,
      "schema",
      ["settings", id],
      "Expected either `choices`, or `from` and `to`, or a `type`.",
    );
  const [from, to] = source.type === undefined ? [0, 0] : RANGES[source.type];
  return { ...named, ...numberType(source.from ?? from, source.to ?? to, source.unit) };
}

/** The scenario's own definitions; `limit` is one too. */
function compileDefinitions(
  context: Context,
  source: ScenarioSource,
  holders: readonly (Setting | Variable)[],
) {
  const types: Record<string, Type> = Object.fromEntries(holders.map((of) => [of.id, typeOf(of)]));
  if (source.limit) types.limit = "number";
  const definitions = Object.entries(source.let ?? {}).map(([name, text]) => {
    const { tree, type } = compileTyped(context, text, ["let", name], types);
    types[name] = type;
    return [name, tree] as const;
  });
  return { definitions, types: types as Types };
}

function checkSettings(context: Context, scenario: Scenario, source: ScenarioSource): void {
  for (const { id, default: value, opens } of scenario.settings) {
    requireSettings(context, scenario, { [id]: value }, ["settings", id, "default"]);
    if (opens !== value)
      requireSettings(context, scenario, { [id]: opens }, ["settings", id, "opens"]);
  }
  for (const { id, sets } of scenario.remedies)
    for (const [name, value] of Object.entries(sets))
      requireSettings(context, scenario, { [name]: value }, ["remedies", id, "set", name], {
        note: "A remedy sets values; it does not calculate.",
      });
  const numbers = scenario.settings.flatMap(({ id, type }) => (type === "number" ? id : []));
  if (source.limit)
    requireName(context, source.limit.of, numbers, "number among the settings", ["limit", "of"]);
  if (source.mailbox)
    requireName(context, source.mailbox.size, numbers, "number among the settings", [
      "mailbox",
      "size",
    ]);
}

function requireSettings(
  context: Context,
  scenario: Scenario,
  values: Values,
  path: Path,
  more: { readonly note?: string } = {},
): void {
  const problem = problemOfSettings(scenario, values);
  if (problem !== undefined) report(context, "bad-value", path, problem, more);
}

// --------------------------------------------------------------------------------------------- the simulated world

type World = Pick<Scenario, "limit" | "mailbox" | "sessions" | "events" | "placeholders" | "fills">;

function compileWorld(context: Context, source: ScenarioSource, types: Types): World {
  return {
    limit: source.limit
      ? {
          of: source.limit.of,
          is: source.limit.is,
          provenance: compileQuote(context, source.limit.quote, ["limit", "quote"]),
        }
      : null,
    mailbox: source.mailbox
      ? { size: source.mailbox.size, access: compileAccess(context, source.mailbox.access, types) }
      : null,
    sessions: compileSessions(context, source, types),
    events: compileEvents(context, source),
    placeholders: compilePlaceholders(context, source),
    fills: compileFills(context, source, types),
  };
}

const ACCESS = ["granted", "refused", "silent"] as const;

function compileAccess(
  context: Context,
  text: string | number | boolean,
  types: Types,
): Expression {
  return compileExpression(context, text, ["mailbox", "access"], types, ACCESS);
}

function compileEvents(context: Context, source: ScenarioSource): Scenario["events"] {
  const pairs = Object.entries(source.events ?? {}).map(([name, given]) => {
    const path = ["events", name];
    const { text, provenance } =
      typeof given === "string"
        ? { text: given, provenance: compileQuote(context, given, path) }
        : compileBlock(context, given, path);
    const record = recordOf(text);
    if (record === undefined && text !== "")
      report(
        context,
        "event-form",
        path,
        `Unexpected event record, expected lines "Field: value" and at last "Description:" with its text.`,
      );
    return [name, { record: record ?? { fields: [], description: "" }, provenance }] as const;
  });
  return Object.fromEntries(pairs);
}

/** `Event ID: 13005`, one field a line, then `Description:` and its text, unwrapped. */
function recordOf(text: string): EventRecord | undefined {
  const [, head = "", description = ""] = /^(.*?)^Description:\s*(.*)$/ms.exec(text) ?? [];
  const fields = head
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => /^([^:]+):\s*(.*?)\s*$/.exec(line))
    .map((match) => [match?.[1] ?? "", match?.[2] ?? ""] as const);
  const isRecord =
    description !== "" && fields.length > 0 && fields.every(([label]) => label !== "");
  return isRecord ? { fields, description: description.trim().replace(/\s+/g, " ") } : undefined;
}

function compilePlaceholders(context: Context, { placeholders = [] }: ScenarioSource): string[] {
  placeholders.forEach((text, i) => compileQuote(context, text, ["placeholders", i]));
  return placeholders;
}

function checkUses(context: Context, { uses }: ScenarioSource): void {
  if (uses !== undefined)
    requireName(context, uses, Object.keys(PHRASE_BOOKS), "phrase book", ["uses"]);
}

// ------------------------------------------------------------------------------------------------ what readers do

function compileOn(context: Context, { on = {} }: ScenarioSource, names: Names): Scenario["on"] {
  const pairs = Object.entries(on).map(([happening, rules]) => {
    return [happening, compileRules(context, rules ?? [], ["on", happening], names)] as const;
  });
  return Object.fromEntries(pairs);
}

function compileRemedies(context: Context, source: ScenarioSource): Remedy[] {
  return Object.entries(source.remedies).map(([id, { label, acts, set, quote }]) => ({
    id,
    label,
    acts: acts === "on this run" ? "thisRun" : "start",
    sets: set,
    provenance: compileQuote(context, quote, ["remedies", id, "quote"]),
  }));
}

function compileInputs(
  context: Context,
  scenario: Scenario,
  source: ScenarioSource,
): Pick<Scenario, "buttons" | "probe" | "demonstration"> {
  const read = (text: string, path: Path): Input => {
    const parsed = parseInput(scenario, text);
    if (parsed.ok) return parsed.input;
    report(context, "bad-input", path, parsed.message);
    return NO_INPUT;
  };
  const inputs = source.demonstration.map((text, i) => read(text, ["demonstration", i]));
  const { buttons, probe } = source;
  return {
    buttons: Array.isArray(buttons)
      ? buttons.map(({ label, do: text }, i) => ({
          label,
          input: read(text, ["buttons", i, "do"]),
        }))
      : Object.entries(buttons).map(([label, text]) => ({
          label,
          input: read(text, ["buttons", label]),
        })),
    probe: probe === undefined ? (inputs.at(-1) ?? NO_INPUT) : read(probe, ["probe"]),
    demonstration: { settings: {}, remedies: [], inputs },
  };
}
