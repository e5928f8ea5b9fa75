/** Runs made from runs: the opening, one step back, and the same run under a remedy. */

import type { Input, Run, Scenario } from "./types.ts";

/** Nothing changed, nothing done: what the page opens with. */
export const OPENING: Run = { settings: {}, remedies: [], inputs: [] };

/** The run without its last input. */
export function stepBack(run: Run): Run {
  return { ...run, inputs: run.inputs.slice(0, -1) };
}

/**
 * The run that stands in the second lane. A remedy that acts from the start holds from the start, and the same inputs
 * are played again; one that acts on this run is applied just before the last time that the failure was probed.
 */
export function besideRun(scenario: Scenario, run: Run, remedy: string): Run {
  if (actsFromStart(scenario, remedy)) return fromStart(run, remedy);
  const last = run.inputs.findLastIndex(({ action }) => action === scenario.probe.action);
  const at = last < 0 ? run.inputs.length : last;
  return { ...run, inputs: run.inputs.toSpliced(at, 0, apply(remedy)) };
}

/**
 * The run that shows whether the remedy helps: played again where it acts from the start, else the failed run, the
 * remedy, and another probe.
 */
export function curedRun(scenario: Scenario, run: Run, remedy: string): Run {
  if (actsFromStart(scenario, remedy)) return fromStart(run, remedy);
  return { ...run, inputs: [...run.inputs, apply(remedy), scenario.probe] };
}

function actsFromStart(scenario: Scenario, remedy: string): boolean {
  return scenario.remedies.some(({ id, acts }) => id === remedy && acts === "start");
}

function fromStart(run: Run, remedy: string): Run {
  return { ...run, remedies: [...run.remedies.filter((id) => id !== remedy), remedy] };
}

function apply(remedy: string): Input {
  return { action: "apply", args: { remedy } };
}
