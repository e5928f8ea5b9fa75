/**
 * Proof of a scenario against its article: its form, its words, and that it does what the article says. Where there is
 * an error, there is no scenario, and no page is built.
 */

import type { Finding } from "../article/finding.ts";
import type { Article } from "../article/schema.ts";
import { equip } from "./equipment.ts";
import { DEVICES, FUNCTIONS } from "./devices/index.ts";
import { misfit } from "./drawing.ts";
import { play } from "./kernel.ts";
import { commandOf } from "./proof/command.ts";
import { tryExample } from "./proof/examples.ts";
import { combinations, explore, type Exploration } from "./proof/explore.ts";
import { messagesInText, missingLines, observablesOf } from "./proof/observables.ts";
import { summaryOf } from "./proof/summary.ts";
import { curedRun, OPENING } from "./run.ts";
import { compileScenario, hasErrors, inOrder } from "./scenario/compile.ts";
import { report, type Context } from "./scenario/context.ts";
import type { Block } from "./scenario/blocks.ts";
import { PHRASE_BOOKS } from "./scenario/phrases/index.ts";
import type { ScenarioSource } from "./scenario/schema.ts";
import type { Path } from "./scenario/source.ts";
import type { Result, Rule, Run, Scenario, Values } from "./types.ts";

export { combinations } from "./proof/explore.ts";

export interface ScenarioToCheck {
  readonly article: Article;
  /** The text of `simulator.yaml`. */
  readonly scenarioText: string;
  /** Its name, for the findings. */
  readonly file: string;
  /** Articles that the scenario may cite; a text cited from one that is not here is shown as cited, unchecked. */
  readonly articleById?: (id: string) => Article | undefined;
}

export interface CheckedScenario {
  /** Present where no finding is an error. */
  readonly scenario?: Scenario;
  readonly findings: Finding[];
}

/** Checks a scenario: all findings at once, in the order of the file. */
export function checkScenario(given: ScenarioToCheck): CheckedScenario {
  const { article, scenarioText, file, articleById = () => undefined } = given;
  const { scenario, source, findings, context } = compileScenario(
    article,
    scenarioText,
    file,
    articleById,
  );
  if (scenario === undefined || context === undefined || source === undefined)
    return { findings: [...findings] };
  proveDemonstration(context, scenario, source);
  proveRemedies(context, scenario);
  proveLimit(context, scenario);
  const explored = explore(scenario);
  proveRules(context, scenario, explored);
  proveCourse(context, scenario, explored);
  proveObservables(context, source, explored, article.frontMatter.messages);
  proveDrawings(context, scenario, explored);
  proveExamples(context, scenario, source);
  const found = inOrder(context.findings);
  if (hasErrors(found)) return { findings: found };
  const counts = {
    ...explored,
    examples: source.check?.length ?? 0,
    notModelled: source.notModelled?.length ?? 0,
  };
  const proved = { ...scenario, checked: summaryOf(scenario, counts) };
  return { scenario: equip(proved, { devices: DEVICES, functions: FUNCTIONS }), findings: found };
}

/** Ids of the articles that a scenario may cite, its phrase book's included: those that `articleById` is asked for. */
export function citedIds(scenarioText: string): string[] {
  const uses = /^uses:\s*["']?([\w-]+)/m.exec(scenarioText)?.[1] ?? "";
  const shared = JSON.stringify(PHRASE_BOOKS[uses] ?? {});
  return [...new Set(`${scenarioText}\n${shared}`.match(/\b[A-Z]+[0-9]{1,9}\b/g))];
}

/** It opens healthy, and its demonstration reaches the failure. */
function proveDemonstration(context: Context, scenario: Scenario, source: ScenarioSource): void {
  const { probe, demonstration } = scenario;
  const probed = { ...OPENING, inputs: [probe] };
  const opening = resultOf(scenario, probed);
  if (opening !== "works" && source.opensFailing === undefined)
    report(
      context,
      "opens-failing",
      [source.probe === undefined ? "demonstration" : "probe"],
      `Unexpected "${opening}" of the probe when the page opens, expected "works".`,
      shownBy(scenario, probed),
    );
  const end = resultOf(scenario, demonstration);
  if (!isFailure(end))
    report(
      context,
      "no-failure",
      ["demonstration"],
      `Unexpected "${end}" at the end of the demonstration, expected a failure.`,
      shownBy(scenario, demonstration),
    );
  if (
    JSON.stringify(play(scenario, demonstration)) !== JSON.stringify(play(scenario, demonstration))
  )
    report(
      context,
      "not-repeatable",
      ["demonstration"],
      "The demonstration is not the same when it is played again.",
    );
}

/** Each remedy removes the demonstrated failure, or prevents it. */
function proveRemedies(context: Context, scenario: Scenario): void {
  for (const { id, acts } of scenario.remedies) {
    const run = curedRun(scenario, scenario.demonstration, id);
    const result = resultOf(scenario, run);
    if (result === "works") continue;
    const when = acts === "thisRun" ? "after the demonstration" : "before the demonstration";
    report(
      context,
      "no-cure",
      ["remedies", id],
      `Unexpected "${result}" with the remedy "${id}" applied ${when}, expected "works".`,
      { at: "key", ...shownBy(scenario, run) },
    );
  }
}

/** As the page opens, the limit is where works turns into failure; with no choice of settings does the limit itself fail. */
function proveLimit(context: Context, scenario: Scenario): void {
  const { limit, probe } = scenario;
  if (limit === null) return;
  const runAt = (value: number, settings: Values): Run => ({
    ...OPENING,
    settings: { ...settings, [limit.of]: value },
    inputs: [probe],
  });
  const beyond = runAt(limit.is + 1, {});
  if (!isFailure(resultOf(scenario, beyond)))
    report(
      context,
      "limit",
      ["limit", "is"],
      `Unexpected "${resultOf(scenario, beyond)}" at ${limit.is + 1}, one over the limit, expected a failure.`,
      shownBy(scenario, beyond),
    );
  for (const choices of combinations(scenario.settings)) {
    const run = runAt(limit.is, choices);
    const result = resultOf(scenario, run);
    if (result === "works") continue;
    report(
      context,
      "limit",
      ["limit", "is"],
      `Unexpected "${result}" at ${limit.is}, the limit, with ${inWords(choices)}, expected "works".`,
      shownBy(scenario, run),
    );
    return;
  }
}

/** Every rule acts in some run. */
function proveRules(context: Context, scenario: Scenario, { fired }: Exploration): void {
  const lists: [readonly Rule[], Path][] = [
    ...scenario.actions.map(({ id, rules }): [readonly Rule[], Path] => [
      rules,
      ["actions", id, "rules"],
    ]),
    ...Object.entries(scenario.on).map(([name, rules]): [readonly Rule[], Path] => [
      rules,
      ["on", name],
    ]),
  ];
  for (const [rules, path] of lists.flatMap(([rules, path]) => nested(rules, path)))
    rules.forEach((rule, i) => {
      if (!fired.has(rule))
        report(
          context,
          "rule-never-acts",
          [...path, i],
          "No run reaches this rule: expected one that does, or no rule.",
        );
    });
}

/** The lists of rules in a list of rules, itself first. */
function nested(rules: readonly Rule[], path: Path): [readonly Rule[], Path][] {
  const inner = rules.flatMap(({ effects }, i) =>
    effects.flatMap((doing, j) =>
      doing.do === "each" ? nested(doing.rules, [...path, i, "then", j, "do"]) : [],
    ),
  );
  return [[rules, path], ...inner];
}

/** No state is a dead end, and no calculation stops without a rule for it. */
function proveCourse(context: Context, scenario: Scenario, { deadEnds, stops }: Exploration): void {
  const [deadEnd] = deadEnds;
  if (deadEnd !== undefined)
    report(
      context,
      "dead-end",
      ["buttons"],
      "Nothing that can be pressed does anything any more: expected something, or `hangs`.",
      shownBy(scenario, deadEnd),
    );
  const [stop] = stops;
  if (stop !== undefined)
    report(
      context,
      "calculation-stops",
      ["actions"],
      `A calculation stops: ${stop.why}. Expected rules for it under "on".`,
      { at: "key", ...shownBy(scenario, stop.run) },
    );
}

/** What the article shows, some run produces, or it is listed as not modelled. */
function proveObservables(
  context: Context,
  source: ScenarioSource,
  { effects }: Exploration,
  messages: readonly string[] = [],
): void {
  const { blocks } = context;
  const listed = source.notModelled ?? [];
  listed.forEach((entry, i) => {
    if ("message" in entry) return;
    if (!blocks.some(({ section, name }) => section === entry.at && name === entry.block))
      report(
        context,
        "no-such-block",
        ["notModelled", i, "block"],
        `There is no block "${entry.block}" in ${entry.at}.`,
      );
  });
  const isListed = ({ section, name }: Block) =>
    listed.some((entry) => "at" in entry && entry.at === section && entry.block === name);
  for (const block of observablesOf(blocks).filter((block) => !isListed(block))) {
    const [missing] = missingLines(block, effects);
    if (missing !== undefined)
      reportMissing(context, `${missing}" of ${block.section} ${block.name}`, "the block");
  }
  const isKnown = (message: string) =>
    listed.some((entry) => "message" in entry && entry.message === message);
  for (const message of messagesInText(messages, blocks))
    if (!isKnown(message) && missingLines({ text: message }, effects).length > 0)
      reportMissing(context, `${message}"`, "the message");
}

function reportMissing(context: Context, what: string, kind: string): void {
  report(context, "not-produced", ["actions"], `No run shows "${what}, as the article does.`, {
    at: "key",
    note: `Let a rule say it, or list ${kind} under \`notModelled\` with the reason.`,
  });
}

/** Rows of tables that are drawn begin with what they are drawn by. */
function proveDrawings(context: Context, { tables }: Scenario, { effects }: Exploration): void {
  for (const [id, { as }] of Object.entries(tables)) {
    if (as === undefined) continue;
    const rows = effects.flatMap((effect) =>
      effect.kind === "row" && effect.table === id ? [effect.cells] : [],
    );
    const wrong = rows.find((cells) => misfit(as, cells) !== undefined);
    if (wrong === undefined) continue;
    report(
      context,
      "undrawable",
      ["tables", id, "as"],
      `Unexpected "${wrong[0]}" at the beginning of a row, expected ${misfit(as, wrong)}.`,
    );
  }
}

/** The author's examples come out. */
function proveExamples(context: Context, scenario: Scenario, { check = [] }: ScenarioSource): void {
  check.forEach((example, i) => {
    const { run, problems } = tryExample(scenario, example);
    for (const problem of problems)
      report(context, "example", ["check", i], problem, shownBy(scenario, run));
  });
}

/** The run that shows what is wrong, as a command to paste. */
function shownBy(scenario: Scenario, run: Run): { note: string } {
  return { note: `See it with: ${commandOf(scenario, run)}` };
}

/** How a run ends: by its last outcome. */
function resultOf(scenario: Scenario, run: Run): Result | "no outcome" {
  return play(scenario, run).steps.at(-1)?.state.outcome?.result ?? "no outcome";
}

function isFailure(result: string): boolean {
  return result !== "works" && result !== "no outcome";
}

function inWords(values: Values): string {
  return Object.entries(values)
    .map(([id, value]) => `${id}=${value}`)
    .join(" ");
}
