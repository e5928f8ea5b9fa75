/** What a check proved, and what it did not look at, in sentences for the page. */

import { formatNumber } from "../text.ts";
import type { Provenance, Scenario } from "../types.ts";

export interface Counts {
  /** Runs' steps that were played. */
  readonly steps: number;
  readonly examples: number;
}

export function summaryOf(scenario: Scenario, { steps, examples }: Counts): string {
  const all = provenancesIn(scenario);
  const quotes = new Set(all.flatMap((of) => (of.kind === "quote" ? of.words : [])));
  const cited = all.filter((of) => of.kind === "cited");
  const unchecked = new Set(cited.flatMap(({ checked, article }) => (checked ? [] : article)));
  const { limit, remedies } = scenario;
  return [
    `All ${count(quotes.size, "quoted text")} stand in this article`,
    ...(limit === null
      ? ["."]
      : [
          `, and the result changes between ${formatNumber(limit.is)} and ${formatNumber(limit.is + 1)} as it says.`,
        ]),
    ` ${formatNumber(steps)} steps were played; ${remedies.length === 1 ? "the remedy helps" : `each of ${remedies.length} remedies helps`}`,
    examples === 0 ? "." : `, and ${count(examples, "example")} of the author’s came out.`,
    unchecked.size === 0
      ? ""
      : ` What is cited from ${[...unchecked].sort().join(", ")} was not checked.`,
    " How the product works inside was not checked.",
  ].join("");
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

/** Every provenance anywhere in the scenario. */
function provenancesIn(part: unknown): Provenance[] {
  if (typeof part !== "object" || part === null) return [];
  const children = Object.values(part).flatMap(provenancesIn);
  return "kind" in part && ["quote", "cited", "inferred"].includes(String(part.kind))
    ? [part as Provenance, ...children]
    : children;
}
