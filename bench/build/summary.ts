import { median } from "../median.ts";
import { CASES, type Case } from "./cases.ts";
import type { Taken } from "./measure.ts";

/** The median of each case's times, and the most memory that any of its runs took. */
export function summary(taken: ReadonlyMap<Case, readonly Taken[]>): Map<Case, Taken> {
  const cases = CASES.filter((name) => taken.has(name));
  return new Map(
    cases.map((name) => {
      const runs = taken.get(name) ?? [];
      const memory = runs.flatMap(({ megabytes }) => megabytes ?? []);
      const most = memory.length > 0 ? Math.max(...memory) : undefined;
      return [name, { seconds: median(runs.map(({ seconds }) => seconds)), megabytes: most }];
    }),
  );
}

/** The same of all rounds, out of that of each. */
export function summaryOf(rounds: readonly ReadonlyMap<Case, Taken>[]): Map<Case, Taken> {
  const taken = CASES.map(
    (name) => [name, rounds.flatMap((round) => round.get(name) ?? [])] as const,
  );
  return summary(new Map(taken.filter(([, runs]) => runs.length > 0)));
}
