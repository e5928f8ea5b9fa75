/**
 * Proof of a scenario against its article: its form, its words, and that it does what the article says. Where there is
 * an error, there is no scenario, and no page is built.
 */

import type { Finding } from "../article/finding.ts";
import { equip } from "./equipment.ts";
import { DEVICES, FUNCTIONS } from "./devices/index.ts";
import { proveCourse, proveDrawings, proveRules } from "./proof/course.ts";
import { proveExamples } from "./proof/examples.ts";
import { explore } from "./proof/explore.ts";
import { proveDemonstration, proveLimit, proveRemedies } from "./proof/failure.ts";
import { proveObservables } from "./proof/observables.ts";
import { summaryOf } from "./proof/summary.ts";
import { compileScenario, hasErrors, inOrder, type ScenarioToCheck } from "./scenario/compile.ts";
import type { Scenario } from "./types.ts";

export type { ScenarioToCheck } from "./scenario/compile.ts";

export interface CheckedScenario {
  /** Present where no finding is an error. */
  readonly scenario?: Scenario;
  /** Present where its form and names are right, whatever else is wrong: its author can look at a run. */
  readonly playable?: Scenario;
  readonly findings: Finding[];
}

/** Checks a scenario: all findings at once, in the order of the file. */
export function checkScenario(given: ScenarioToCheck): CheckedScenario {
  const { scenario, playable, source, findings, context } = compileScenario(given);
  if (scenario === undefined || context === undefined || source === undefined)
    return { ...(playable && { playable }), findings: [...findings] };
  proveDemonstration(context, scenario, source);
  proveRemedies(context, scenario);
  proveLimit(context, scenario);
  const explored = explore(scenario);
  proveRules(context, scenario, explored);
  proveCourse(context, scenario, explored);
  proveObservables(context, source, explored, given.article.frontMatter.messages);
  proveDrawings(context, scenario, explored);
  proveExamples(context, scenario, source);
  const found = inOrder(context.findings);
  if (hasErrors(found)) return { playable: scenario, findings: found };
  const counts = {
    ...explored,
    examples: source.check?.length ?? 0,
    notModelled: source.notModelled?.length ?? 0,
  };
  const proved = { ...scenario, checked: summaryOf(scenario, counts) };
  const whole = equip(proved, { devices: DEVICES, functions: FUNCTIONS });
  return { scenario: whole, playable: whole, findings: found };
}
