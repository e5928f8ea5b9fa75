/** The shipped scenario of Q298836, compiled and proved, for tests. */

import { readFileSync } from "node:fs";
import { readArticle } from "../article/file.ts";
import type { Article } from "../article/schema.ts";
import { checkScenario } from "./proof.ts";
import type { Input, Run, Scenario, State, Trace, Value } from "./types.ts";
import { play } from "./kernel.ts";

const FOLDER = new URL("../../content/kb/298/Q298836/", import.meta.url);
export const SCENARIO_FILE = "content/kb/298/Q298836/simulator.yaml";

export function readQ298836(): { article: Article; scenarioText: string; file: string } {
  const { article } = readArticle(readFileSync(new URL("index.md", FOLDER), "utf8"), "index.md");
  if (article === undefined) throw new Error("Q298836 is no article.");
  const scenarioText = readFileSync(new URL("simulator.yaml", FOLDER), "utf8");
  return { article, scenarioText, file: SCENARIO_FILE };
}

export function loadQ298836(): Scenario {
  const { scenario, findings } = checkScenario(readQ298836());
  if (scenario === undefined) throw new Error(JSON.stringify(findings, null, 2));
  return scenario;
}

/** `runOf(["deliver", 1], ["session"])`: inputs by name, with the one argument that some have. */
export function runOf(...inputs: readonly (readonly [action: string, arg?: Value])[]): Run {
  return {
    settings: {},
    remedies: [],
    inputs: inputs.map(([action, arg]) => inputOf(action, arg)),
  };
}

function inputOf(action: string, arg?: Value): Input {
  if (arg === undefined) return { action, args: {} };
  return { action, args: { [NAMES[action] ?? "n"]: arg } };
}

const NAMES: Readonly<Record<string, string>> = { type: "text", apply: "remedy" };

export function lastState(trace: Trace): State {
  const state = trace.steps.at(-1)?.state;
  if (state === undefined) throw new Error("A trace has at least its opening.");
  return state;
}

/** How a run ends. */
export function resultOf(scenario: Scenario, run: Run) {
  return lastState(play(scenario, run)).outcome?.result;
}

/** The lines of the terminal in the last step, the elided ones in words. */
export function terminalOf(trace: Trace): string[] {
  const effects = trace.steps.at(-1)?.effects ?? [];
  return effects.flatMap((effect) =>
    effect.kind === "line" || effect.kind === "connect" || effect.kind === "elided"
      ? effect.text
      : [],
  );
}
