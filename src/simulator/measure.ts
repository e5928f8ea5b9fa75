/** A value against its limit, in figures and words: what gauge and register show. */

import { formatCount, formatNumber } from "./text.ts";
import type { Limit, Scenario, State, Unit } from "./types.ts";

/** How many values the gauge's narrow scale shows on each side of the limit. */
export const WINDOW = 8;

export interface Gauge {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The last value that works, or null where the scenario names no limit. */
  readonly limit: number | null;
  /** Value minus limit: 1 is one over it, 0 at it. */
  readonly over: number;
  /** The narrow scale, ascending; empty without a limit. */
  readonly window: readonly number[];
  /** "65,536 messages, 1 over the limit". */
  readonly text: string;
}

/** The gauge of the limited setting, or of the setting `of`. Null where that is no number. */
export function gauge(scenario: Scenario, state: State, of = scenario.limit?.of): Gauge | null {
  const setting = scenario.settings.find((candidate) => candidate.id === of);
  const value = state.values[of ?? ""];
  if (setting?.type !== "number" || typeof value !== "number") return null;
  const { from, to, unit } = setting;
  const limit = limitOf(scenario.limit, setting.id);
  return {
    value,
    from,
    to,
    limit,
    over: limit === null ? 0 : value - limit,
    window: limit === null ? [] : around(limit, from, to),
    text: gaugeText(value, limit, unit),
  };
}

function limitOf(limit: Limit | null, of: string): number | null {
  return limit !== null && limit.of === of ? limit.is : null;
}

function around(limit: number, from: number, to: number): number[] {
  const window = Array.from({ length: 2 * WINDOW + 1 }, (_, i) => limit - WINDOW + i);
  return window.filter((value) => value >= from && value <= to);
}

function gaugeText(value: number, limit: number | null, unit: Unit | null): string {
  const count = formatCount(value, unit);
  if (limit === null) return count;
  if (value === limit) return `${count}, at the limit`;
  if (value > limit) return `${count}, ${formatNumber(value - limit)} over the limit`;
  return `${count}, ${formatNumber(limit - value)} below the limit`;
}

export interface Register {
  readonly value: number;
  /** Cells that a value at the limit fills: 16 for 65,535. */
  readonly width: number;
  /** Most significant first, one cell more than `width`, or as many as the value needs. The count does not wrap. */
  readonly bits: readonly (0 | 1)[];
  /** `65,536`. */
  readonly decimal: string;
  /** `0x1 0000`: groups of four digits. */
  readonly hex: string;
  /** Whether the value needs a cell beyond `width`. */
  readonly beyond: boolean;
  /** "65,536 is 0x1 0000: it needs 17 bits". */
  readonly text: string;
}

/** The limited number as bits, with one cell more than the limit needs. Null without a limit. */
export function register(scenario: Scenario, state: State): Register | null {
  const value = state.values[scenario.limit?.of ?? ""];
  if (scenario.limit === null || typeof value !== "number") return null;
  const width = bitLength(scenario.limit.is);
  const cells = Math.max(width + 1, bitLength(value));
  const needed = bitLength(value);
  const [decimal, hex] = [formatNumber(value), hexOf(value, Math.ceil(width / 4))];
  return {
    value,
    width,
    bits: Array.from(value.toString(2).padStart(cells, "0"), (bit) => (bit === "1" ? 1 : 0)),
    decimal,
    hex,
    beyond: needed > width,
    text: `${decimal} is ${hex}: it needs ${formatCount(needed, ["bit", "bits"])}`,
  };
}

/** How many bits a whole number of 0 or more needs; 0 needs one. */
function bitLength(value: number): number {
  return value.toString(2).length;
}

function hexOf(value: number, digits: number): string {
  const text = value.toString(16).toUpperCase().padStart(digits, "0");
  return `0x${text.replace(/\B(?=([0-9A-F]{4})+$)/g, " ")}`;
}
