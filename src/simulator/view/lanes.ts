/** The two lanes: a run that fails, beside the same with a remedy, row by row, with the limited number beside each row. */

import { besideRun, compare, play } from "../index.ts";
import type { LaneCell, LaneRow, Run, Scenario, Trace } from "../index.ts";

/** More steps than this are not set side by side: what came before them goes into the settings that both runs start with. */
const MOST_STEPS = 24;

/** Neighbouring rows that are all equal or all differ, and through which the limited number stays as the first left it. */
export interface Stretch {
  readonly isEqual: boolean;
  /** True on one stretch at most: the first that differs. */
  readonly parts: boolean;
  readonly left: readonly LaneCell[];
  readonly right: readonly LaneCell[];
  readonly counts: Counts;
  /** Before the first row. */
  readonly before: Counts;
}

export type Counts = Pick<CountedRow, "overLeft" | "overRight">;

export interface LanePair {
  /** The failing run: the reader's own, or the demonstration as long as the reader's has not failed. */
  readonly failing: Run;
  readonly isDemonstration: boolean;
  /** Whether steps before those in the lanes were left out. */
  readonly isCut: boolean;
  readonly rows: readonly CountedRow[];
}

/** A row, and how far the limited number stands from the limit after it in each lane; 0 is at the limit. */
export interface CountedRow extends LaneRow {
  readonly overLeft: number;
  readonly overRight: number;
}

export function lanesOf(scenario: Scenario, trace: Trace, remedy: string): LanePair {
  const own = failedPart(trace);
  const failing = own ?? scenario.demonstration;
  const { run, isCut } = recent(own === undefined ? play(scenario, failing) : trace, failing);
  const left = play(scenario, run);
  const right = remedy === "" ? left : play(scenario, besideRun(scenario, run, remedy));
  return {
    failing,
    isDemonstration: own === undefined,
    isCut,
    rows: counted(scenario, left, right),
  };
}

/** The run up to its last failure; undefined where it never failed. */
export function failedPart({ run, steps }: Trace): Run | undefined {
  const last = steps.findLastIndex(({ effects }) =>
    effects.some((effect) => effect.kind === "outcome" && effect.result !== "works"),
  );
  return last < 0 ? undefined : { ...run, inputs: run.inputs.slice(0, last) };
}

/** The end of a long run. It starts from the settings that stood before it, as all that is left out left them. */
function recent(trace: Trace, run: Run): { run: Run; isCut: boolean } {
  const first = run.inputs.length - MOST_STEPS;
  const before = trace.steps[first]?.state;
  if (first <= 0 || before === undefined) return { run, isCut: false };
  return { run: { ...run, settings: before.values, inputs: run.inputs.slice(first) }, isCut: true };
}

function counted(scenario: Scenario, left: Trace, right: Trace): CountedRow[] {
  let overLeft = overAtStart(scenario, left);
  let overRight = overAtStart(scenario, right);
  return compare(left, right).map((row) => {
    overLeft += change(scenario, row.left);
    overRight += change(scenario, row.right);
    return { ...row, overLeft, overRight };
  });
}

function overAtStart({ limit }: Scenario, { steps }: Trace): number {
  const value = limit && steps[0]?.state.values[limit.of];
  return limit && typeof value === "number" ? value - limit.is : 0;
}

function change({ limit }: Scenario, cell: LaneCell | null): number {
  if (cell?.kind !== "effect" || cell.effect.kind !== "value") return 0;
  const { name, from, to } = cell.effect;
  const isLimited = name === limit?.of && typeof from === "number" && typeof to === "number";
  return isLimited ? to - from : 0;
}

export function stretchesOf(rows: readonly CountedRow[]): Stretch[] {
  const starts = rows.flatMap((row, i) => (continues(row, rows[i - 1]) ? [] : [i]));
  return starts.flatMap((start, i) => {
    const part = rows.slice(start, starts[i + 1]);
    const [first] = part;
    if (first === undefined) return [];
    return {
      isEqual: first.equal,
      parts: first.parts,
      left: part.flatMap(({ left }) => left ?? []),
      right: part.flatMap(({ right }) => right ?? []),
      counts: first,
      before: rows[start - 1] ?? first,
    };
  });
}

/** Whether a row belongs to the stretch of the row before it. Equal rows stand alone, so that they stay level. */
function continues(row: CountedRow, before: CountedRow | undefined): boolean {
  return (
    before !== undefined &&
    !row.equal &&
    !before.equal &&
    row.overLeft === before.overLeft &&
    row.overRight === before.overRight
  );
}
