/** The author's own examples, tried. */

import { play } from "../kernel.ts";
import { printTrace } from "../print.ts";
import { report, type Context } from "../scenario/context.ts";
import type { ExampleSource, ScenarioSource } from "../scenario/schema.ts";
import { parseInput } from "../scenario/parse-input.ts";
import type { Run, Scenario, Trace } from "../types.ts";
import { ended, shownBy } from "./result.ts";

/** The author's examples come out. */
export function proveExamples(
  context: Context,
  scenario: Scenario,
  { check = [] }: ScenarioSource,
): void {
  check.forEach((example, i) => {
    const { run, problems } = tryExample(scenario, example);
    for (const problem of problems)
      report(context, "example", ["check", i], problem, shownBy(context, scenario, run));
  });
}

interface TriedExample {
  readonly run: Run;
  /** What did not come out as the example says, each in a sentence. */
  readonly problems: readonly string[];
}

function tryExample(scenario: Scenario, example: ExampleSource): TriedExample {
  const inputs = (example.run ?? []).map((text) => parseInput(scenario, text));
  const run: Run = {
    settings: example.set ?? {},
    remedies: example.with ?? [],
    inputs:
      example.run === undefined
        ? [scenario.probe]
        : inputs.flatMap((parsed) => (parsed.ok ? parsed.input : [])),
  };
  const misread = inputs.flatMap((parsed) => (parsed.ok ? [] : parsed.message));
  if (misread.length > 0) return { run, problems: misread };
  return { run, problems: problemsOf(example, play(scenario, run)) };
}

function problemsOf({ ends, shows = [], values = {} }: ExampleSource, trace: Trace): string[] {
  const state = trace.steps.at(-1)?.state;
  const result = state?.outcome?.result ?? "no outcome";
  const printed = printTrace(trace);
  return [
    ...(ends !== undefined && ends !== result
      ? [`${ended(result)} at the end of this example, expected "${ends}".`]
      : []),
    ...shows
      .filter((text) => !printed.includes(text))
      .map((text) => `This example does not show "${text}".`),
    ...Object.entries(values).flatMap(([id, expected]) => {
      const found = state?.values[id] ?? state?.lists[id];
      return String(found) === String(expected)
        ? []
        : [
            `Unexpected ${JSON.stringify(found)} in "${id}" at the end of this example, expected ${JSON.stringify(expected)}.`,
          ];
    }),
  ];
}
