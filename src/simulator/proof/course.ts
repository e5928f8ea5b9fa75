/** Whether every part has its use, and every run goes on: rules, dead ends, calculations, drawings. */

import { misfit } from "../drawing.ts";
import { report, type Context } from "../scenario/context.ts";
import type { Path } from "../scenario/source.ts";
import type { Rule, Scenario } from "../types.ts";
import type { Exploration } from "./explore.ts";
import { shownBy } from "./result.ts";

/** Every rule acts in some run. */
export function proveRules(context: Context, scenario: Scenario, { fired }: Exploration): void {
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
export function proveCourse(
  context: Context,
  scenario: Scenario,
  { deadEnds, stops }: Exploration,
): void {
  const [deadEnd] = deadEnds;
  if (deadEnd !== undefined)
    report(
      context,
      "dead-end",
      ["buttons"],
      "Nothing that can be pressed does anything any more: expected something, or `hangs`.",
      shownBy(context, scenario, deadEnd),
    );
  const [stop] = stops;
  if (stop !== undefined)
    report(
      context,
      "calculation-stops",
      ["actions"],
      `A calculation stops: ${stop.why}. Expected rules for it under "on".`,
      { at: "key", ...shownBy(context, scenario, stop.run) },
    );
}

/** Rows of tables that are drawn begin with what they are drawn by. */
export function proveDrawings(
  context: Context,
  { tables }: Scenario,
  { effects }: Exploration,
): void {
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
