/** Two traces side by side: what is equal stands level, and the first difference is marked. */

import type { Effect, Trace } from "./types.ts";

/** One line of a trace, as a lane shows it: a step's heading or one of its effects. */
export type LaneCell =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "effect"; readonly effect: Effect };

export interface LaneRow {
  readonly left: LaneCell | null;
  readonly right: LaneCell | null;
  readonly equal: boolean;
  /** True on one row at most: the first that is not equal. "Here they part." */
  readonly parts: boolean;
}

/** Aligns two traces by their longest common row of lines. Between equal lines, what differs stands level as far as it goes. */
export function compare(left: Trace, right: Trace): LaneRow[] {
  const [a, b] = [cellsOf(left), cellsOf(right)];
  const rows: LaneRow[] = [];
  let [i, j] = [0, 0];
  const differ = (endLeft: number, endRight: number): void => {
    while (i < endLeft || j < endRight) {
      const cells = {
        left: i < endLeft ? (a[i++] ?? null) : null,
        right: j < endRight ? (b[j++] ?? null) : null,
      };
      rows.push({ ...cells, equal: false, parts: !rows.some((row) => row.parts) });
    }
  };
  for (const [x, y] of commonPairs(a.map(keyOf), b.map(keyOf))) {
    differ(x, y);
    rows.push({ left: a[i++] ?? null, right: b[j++] ?? null, equal: true, parts: false });
  }
  differ(a.length, b.length);
  return rows;
}

function cellsOf(trace: Trace): LaneCell[] {
  return trace.steps.flatMap((step): LaneCell[] => [
    ...(step.input === null ? [] : [{ kind: "heading", text: step.label } as const]),
    ...step.effects.map((effect) => ({ kind: "effect", effect }) as const),
  ]);
}

/** What makes two cells equal: what a reader sees, not where its words come from. */
function keyOf(cell: LaneCell): string {
  if (cell.kind === "heading") return `heading ${cell.text}`;
  const { effect } = cell;
  const seen = effect.kind === "event" ? JSON.stringify(effect.record) : effect.text;
  return `${effect.kind} ${"from" in effect ? String(effect.from) : ""} ${seen}`;
}

/** The places of a longest common subsequence, as pairs. Traces have some dozens of lines, so the square table is small. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
