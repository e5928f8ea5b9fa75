/** How a run ends, which is what a proof goes by, and the command that shows it. */

import { play } from "../kernel.ts";
import type { Result, Run, Scenario } from "../types.ts";
import { commandOf } from "./command.ts";

/** How a run ends: by its last outcome. */
export function resultOf(scenario: Scenario, run: Run): Result | "no outcome" {
  return play(scenario, run).steps.at(-1)?.state.outcome?.result ?? "no outcome";
}

export function isFailure(result: string): boolean {
  return result !== "works" && result !== "no outcome";
}

/** The run that shows what is wrong, as a command to paste. */
export function shownBy(scenario: Scenario, run: Run): { note: string } {
  return { note: `See it with: ${commandOf(scenario, run)}` };
}
