/** Outcomes over all choices and boundary values, as a table for the terminal. */

import { play } from "../../simulator/index.ts";
import { boundaryValues } from "../../simulator/proof/explore.ts";
import type { Input, Scenario, Value, Values } from "../../simulator/types.ts";

/** More rows than this are not printed; a last line says how many there would be. */
const MOST_ROWS = 500;

/** `given` settings are fixed; the others take each of their values. The inputs are the probe's, unless others are given. */
export function printTable(
  scenario: Scenario,
  given: Values,
  inputs: readonly Input[],
  isProbed: boolean,
): string {
  const played = isProbed ? [scenario.probe] : inputs;
  const combinations = scenario.settings.reduce<Values[]>(
    (all, setting) =>
      all.flatMap((values) =>
        valuesOf(scenario, setting.id, given).map((value) => ({ ...values, [setting.id]: value })),
      ),
    [{}],
  );
  const rows = combinations.slice(0, MOST_ROWS).map((settings) => {
    const trace = play(scenario, { settings, remedies: [], inputs: played });
    const outcome = trace.steps.at(-1)?.state.outcome;
    return [...Object.values(settings).map(String), outcome?.result ?? "–", outcome?.text ?? ""];
  });
  const more = combinations.length - rows.length;
  const names = scenario.settings.map(({ id }) => id);
  const table = columns([[...names, "ends", "outcome"], ...rows]);
  return more > 0 ? `${table}\n… and ${more} more: fix some settings with --set` : table;
}

function valuesOf(scenario: Scenario, id: string, given: Values): readonly Value[] {
  const value = given[id];
  if (value !== undefined) return [value];
  return scenario.settings
    .filter((setting) => setting.id === id)
    .flatMap((setting) => boundaryValues(scenario, setting));
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
