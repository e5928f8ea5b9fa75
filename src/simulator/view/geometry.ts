/**
 * Where values stand on the gauge, in per cent of its width. The limit stands in the middle on both scales, so that one
 * straight line runs from it through all that follows.
 */

import type { Gauge } from "../index.ts";

export const MIDDLE = 50;

/** The window's two ends. */
export const LEFT = 18;
export const RIGHT = 82;

/** Heights of the two scales' base lines, in pixels. */
export const WHOLE_LINE = 44;
export const WINDOW_LINE = 132;

type Range = Pick<Gauge, "from" | "to" | "limit">;

export interface Span {
  readonly start: number;
  readonly width: number;
}

/** The whole range: as wide as it can be with the limit in the middle; the whole width where there is no limit. */
export function wholeSpan({ from, to, limit }: Range): Span {
  if (limit === null || to === from) return { start: 0, width: 100 };
  const share = (limit - from) / (to - from);
  const width = MIDDLE / Math.max(share, 1 - share);
  return { start: MIDDLE - share * width, width };
}

export function onWhole(range: Range, value: number): number {
  const { start, width } = wholeSpan(range);
  return start + (width * (value - range.from)) / (range.to - range.from || 1);
}

/** How wide one of the window's values is. */
export function windowUnit({ window }: Gauge): number {
  return (RIGHT - LEFT) / (window.length || 1);
}

export function onWindow(gauge: Gauge, value: number): number {
  return MIDDLE + (value - (gauge.limit ?? 0)) * windowUnit(gauge);
}
