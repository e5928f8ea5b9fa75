/** Whether the failure is there when it should be, and gone when it should be: demonstration, remedies, limit. */

import { play } from "../kernel.ts";
import { curedRun, OPENING } from "../run.ts";
import { report, type Context } from "../scenario/context.ts";
import type { ScenarioSource } from "../scenario/schema.ts";
import type { Run, Scenario, Values } from "../types.ts";
import { combinations } from "./explore.ts";
import { ended, isFailure, resultOf, shownBy } from "./result.ts";

/** It opens healthy, and its demonstration reaches the failure. */
export function proveDemonstration(
  context: Context,
  scenario: Scenario,
  source: ScenarioSource,
): void {
  const { probe, demonstration } = scenario;
  const probed = { ...OPENING, inputs: [probe] };
  const opening = resultOf(scenario, probed);
  if (opening !== "works" && source.opensFailing === undefined)
    report(
      context,
      "opens-failing",
      [source.probe === undefined ? "demonstration" : "probe"],
      `${ended(opening)} of the probe when the page opens, expected "works".`,
      shownBy(context, scenario, probed),
    );
  const end = resultOf(scenario, demonstration);
  if (!isFailure(end))
    report(
      context,
      "no-failure",
      ["demonstration"],
      `${ended(end)} at the end of the demonstration, expected a failure.`,
      shownBy(context, scenario, demonstration),
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
export function proveRemedies(context: Context, scenario: Scenario): void {
  for (const { id, acts } of scenario.remedies) {
    const run = curedRun(scenario, scenario.demonstration, id);
    const result = resultOf(scenario, run);
    if (result === "works") continue;
    const when = acts === "thisRun" ? "after the demonstration" : "before the demonstration";
    report(
      context,
      "no-cure",
      ["remedies", id],
      `${ended(result)} with the remedy "${id}" applied ${when}, expected "works".`,
      { at: "key", ...shownBy(context, scenario, run) },
    );
  }
}

/** As the page opens, the limit is where works turns into failure; with no choice of settings does the limit itself fail. */
export function proveLimit(context: Context, scenario: Scenario): void {
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
      `${ended(resultOf(scenario, beyond))} at ${limit.is + 1}, one over the limit, expected a failure.`,
      shownBy(context, scenario, beyond),
    );
  for (const choices of combinations(scenario.settings)) {
    const run = runAt(limit.is, choices);
    const result = resultOf(scenario, run);
    if (result === "works") continue;
    report(
      context,
      "limit",
      ["limit", "is"],
      `${ended(result)} at ${limit.is}, the limit, with ${inWords(choices)}, expected "works".`,
      shownBy(context, scenario, run),
    );
    return;
  }
}

function inWords(values: Values): string {
  return Object.entries(values)
    .map(([id, value]) => `${id}=${value}`)
    .join(" ");
}
