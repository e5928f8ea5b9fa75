/** How a run ends, which is what a proof goes by, and the command that shows it. */

import { play } from "../kernel.ts";
import type { Context } from "../scenario/context.ts";
import type { Result, Run, Scenario } from "../types.ts";
import { commandOf } from "./command.ts";

/** How a run ends: by its last outcome. */
export function resultOf(scenario: Scenario, run: Run): Result | "no outcome" {
  return play(scenario, run).steps.at(-1)?.state.outcome?.result ?? "no outcome";
}

export function isFailure(result: string): boolean {
  return result !== "works" && result !== "no outcome";
}

/** "fails", or why there is nothing of the sort. */
export function ended(result: string): string {
  return result === "no outcome"
    ? "Unexpected end without an outcome (works, fails, hangs, wrong or byDesign)"
    : `Unexpected "${result}"`;
}

/** The run that shows what is wrong, as a command to paste. */
export function shownBy({ content }: Context, scenario: Scenario, run: Run): { note: string } {
  return { note: `See it with: ${commandOf(scenario, run, content)}` };
}
