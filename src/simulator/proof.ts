/**
 * Proof of a scenario against its article: its form, its words, and that it does what the article says. Where there is
 * an error, there is no scenario, and no page is built.
 */

import type { Finding } from "../article/finding.ts";
import type { Article } from "../article/schema.ts";
import type { Answer, Device, Json, Reply } from "./devices/device.ts";
import { DEVICES, FUNCTIONS } from "./devices/index.ts";
import { play } from "./kernel.ts";
import { curedRun, OPENING } from "./run.ts";
import { compileScenario, hasErrors, inOrder } from "./scenario/compile.ts";
import { report, type Context } from "./scenario/context.ts";
import { PHRASE_BOOKS } from "./scenario/phrases/index.ts";
import type { Result, Run, Scenario, Setting, Value, Values } from "./types.ts";

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
  const { scenario, findings, context } = compileScenario(article, scenarioText, file, articleById);
  if (scenario === undefined || context === undefined) return { findings: [...findings] };
  proveDemonstration(context, scenario);
  proveRemedies(context, scenario);
  proveLimit(context, scenario);
  const found = inOrder(context.findings);
  return hasErrors(found) ? { findings: found } : { scenario, findings: found };
}

/** Ids of the articles that a scenario may cite, its phrase book's included: those that `articleById` is asked for. */
export function citedIds(scenarioText: string): string[] {
  const uses = /^uses:\s*["']?([\w-]+)/m.exec(scenarioText)?.[1] ?? "";
  const shared = JSON.stringify(PHRASE_BOOKS[uses] ?? {});
  return [...new Set(`${scenarioText}\n${shared}`.match(/\b[A-Z]+[0-9]{1,9}\b/g))];
}

/** It opens healthy, and its demonstration reaches the failure. */
function proveDemonstration(context: Context, scenario: Scenario): void {
  const { probe, demonstration } = scenario;
  const opening = resultOf(scenario, { ...OPENING, inputs: [probe] });
  if (opening !== "works")
    report(
      context,
      "opens-failing",
      ["probe"],
      `Unexpected "${opening}" of the probe when the page opens, expected "works".`,
    );
  const end = resultOf(scenario, demonstration);
  if (!isFailure(end))
    report(
      context,
      "no-failure",
      ["demonstration"],
      `Unexpected "${end}" at the end of the demonstration, expected "fails" or "hangs".`,
    );
}

/** Each remedy removes the demonstrated failure, or prevents it. */
function proveRemedies(context: Context, scenario: Scenario): void {
  for (const { id, acts } of scenario.remedies) {
    const result = resultOf(scenario, curedRun(scenario, scenario.demonstration, id));
    if (result === "works") continue;
    const when = acts === "thisRun" ? "after the demonstration" : "before the demonstration";
    report(
      context,
      "no-cure",
      ["remedies", id],
      `Unexpected "${result}" with the remedy "${id}" applied ${when}, expected "works".`,
      { at: "key" },
    );
  }
}

/** As the page opens, the limit is where works turns into failure; with no choice of settings does the limit itself fail. */
function proveLimit(context: Context, scenario: Scenario): void {
  const { limit, probe } = scenario;
  if (limit === null) return;
  const at = (value: number, settings: Values): Result | "no outcome" =>
    resultOf(scenario, {
      ...OPENING,
      settings: { ...settings, [limit.of]: value },
      inputs: [probe],
    });
  const beyond = at(limit.is + 1, {});
  if (!isFailure(beyond))
    report(
      context,
      "limit",
      ["limit", "is"],
      `Unexpected "${beyond}" at ${limit.is + 1}, one over the limit, expected "fails" or "hangs".`,
    );
  for (const choices of combinations(scenario.settings)) {
    const result = at(limit.is, choices);
    if (result === "works") continue;
    report(
      context,
      "limit",
      ["limit", "is"],
      `Unexpected "${result}" at ${limit.is}, the limit, with ${inWords(choices)}, expected "works".`,
    );
    return;
  }
}

/** How a run ends: by its last outcome. */
function resultOf(scenario: Scenario, run: Run): Result | "no outcome" {
  return (
    play(scenario, run, { devices: BRIEF, functions: FUNCTIONS }).steps.at(-1)?.state.outcome
      ?.result ?? "no outcome"
  );
}

/** Devices whose listings end after a few lines: how a run ends does not hang on these, and there are many runs. */
const BRIEF: typeof DEVICES = Object.fromEntries(
  Object.entries(DEVICES).map(([name, device]) => [name, brief(device)]),
);

function brief(device: Device<Json>): Device<Json> {
  return {
    name: device.name,
    connect: (world) => cut(device.connect(world)),
    receive: (state, line, world) => cut(device.receive(state, line, world)),
  };
}

function cut(answer: Answer<Json>): Answer<Json> {
  const replies: Reply[] = [];
  for (const reply of answer.replies) if (replies.push(reply) === 30) break;
  return { ...answer, replies };
}

function isFailure(result: string): boolean {
  return result === "fails" || result === "hangs";
}

/** Every combination of choices. */
export function combinations(settings: readonly Setting[]): Values[] {
  return settings.reduce<Record<string, Value>[]>(
    (all, setting) =>
      setting.type === "choice"
        ? all.flatMap((some) => setting.choices.map(({ id }) => ({ ...some, [setting.id]: id })))
        : all,
    [{}],
  );
}

function inWords(values: Values): string {
  return Object.entries(values)
    .map(([id, value]) => `${id}=${value}`)
    .join(" ");
}
