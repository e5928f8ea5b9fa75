/** What a check proved, and what it did not look at, in sentences for the page. */

import { formatNumber } from "../text.ts";
import type { Exploration } from "./explore.ts";
import type { Provenance, Scenario } from "../types.ts";

export interface Counts extends Pick<
  Exploration,
  "steps" | "starts" | "combinations" | "isComplete"
> {
  readonly examples: number;
  /** Blocks of the article that no run shows, each with its reason in the scenario. */
  readonly notModelled: number;
}

export function summaryOf(scenario: Scenario, counts: Counts): string {
  const { steps, examples, notModelled } = counts;
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
    `${triedWords(counts)} ${formatNumber(steps)} steps were played; ${remedies.length === 1 ? "the remedy helps" : `each of ${remedies.length} remedies helps`}`,
    examples === 0 ? "." : `, and ${count(examples, "example")} of the author’s came out.`,
    unchecked.size === 0
      ? ""
      : ` What is cited from ${[...unchecked].sort().join(", ")} was not checked.`,
    notModelled === 0
      ? ""
      : ` Not modelled: ${count(notModelled, "thing")} that the article shows.`,
    counts.isComplete ? "" : " Longer runs were not played.",
    " How the product works inside was not checked.",
  ].join("");
}

function triedWords({ starts, combinations }: Counts): string {
  if (combinations === 1) return "";
  const all = count(combinations, "combination");
  return starts < combinations
    ? ` ${formatNumber(starts)} of ${all} of choices and boundary values were tried.`
    : ` All ${all} of choices and boundary values were tried.`;
}

function count(n: number, what: string): string {
  return `${formatNumber(n)} ${what}${n === 1 ? "" : "s"}`;
}

/** Every provenance anywhere in the scenario. */
function provenancesIn(part: unknown): Provenance[] {
  if (typeof part !== "object" || part === null) return [];
  const children = Object.values(part).flatMap(provenancesIn);
  return "kind" in part && ["quote", "cited", "inferred"].includes(String(part.kind))
    ? [part as Provenance, ...children]
    : children;
}
