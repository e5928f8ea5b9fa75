/** The gauge's two scales: all of it that never changes. Drawn when the site is built, and not sent to the browser as code. */

import { formatNumber, type Gauge } from "../../index.ts";
import { LEFT, MIDDLE, onWhole, onWindow, RIGHT, WHOLE_LINE, WINDOW_LINE } from "../geometry.ts";

export function Scales({ gauge }: { gauge: Gauge }) {
  return (
    <>
      <Whole gauge={gauge} />
      {gauge.limit !== null && <Window gauge={gauge} limit={gauge.limit} />}
    </>
  );
}

function Whole({ gauge }: { gauge: Gauge }) {
  const { from, to } = gauge;
  const major = roundStep((to - from) / 4);
  const x = (value: number) => onWhole(gauge, value);
  return (
    <>
      <Level from={x(from)} to={x(to)} y={WHOLE_LINE} />
      {multiples(from, to, major / 5).map((value) => (
        <Tick x={x(value)} y={WHOLE_LINE} length={value % major === 0 ? 10 : 5} />
      ))}
      {multiples(from, to, major)
        .filter((value) => distance(gauge, value) > 3)
        .reverse()
        .map((value, i) => (
          <Label
            x={x(value)}
            y={WHOLE_LINE + 24}
            value={value}
            kind={
              value === to
                ? "sim-last"
                : i % 2 === 1 || distance(gauge, value) < 12
                  ? "sim-spare"
                  : ""
            }
          />
        ))}
    </>
  );
}

/** Per cent of the width from the limit line, which is not to run through a label. */
function distance(gauge: Gauge, value: number): number {
  return gauge.limit === null ? Infinity : Math.abs(onWhole(gauge, value) - MIDDLE);
}

/** Characters of a number beside which the window's ends have no room on a phone. */
const LONG = 7;

const ASIDE = ["sim-left", "sim-right"] as const;

function Window({ gauge, limit }: { gauge: Gauge; limit: number }) {
  const { window } = gauge;
  const ends = [window[0] ?? limit, window.at(-1) ?? limit] as const;
  const isLong = formatNumber(limit).length > LONG;
  const x = (value: number) => onWindow(gauge, value);
  return (
    <>
      {[LEFT, RIGHT].map((end) => (
        <line class="sim-ray" x1="50%" x2={`${end}%`} y1={WHOLE_LINE + 32} y2={WINDOW_LINE - 26} />
      ))}
      <Level from={LEFT} to={RIGHT} y={WINDOW_LINE} />
      {window.map((value) => (
        <Tick x={x(value)} y={WINDOW_LINE} length={value === limit ? 14 : 9} />
      ))}
      {ends.map((value, i) => (
        <Label x={x(value)} y={WINDOW_LINE + 24} value={value} kind={isLong ? ASIDE[i] : ""} />
      ))}
      <text class="sim-limit-number" x="50%" dx="6" y={WINDOW_LINE + 24}>
        {formatNumber(limit)}
      </text>
    </>
  );
}

function Level({ from, to, y }: Record<"from" | "to" | "y", number>) {
  return <line x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} />;
}

function Tick({ x, y, length }: Record<"x" | "y" | "length", number>) {
  return <line x1={`${x}%`} x2={`${x}%`} y1={y} y2={y + length} />;
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /**
   * Where there is little room, a spare one is left out, the last one ends where the scale does, and those at the
   * window's ends move aside for the limit.
   */
  readonly kind: "sim-last" | "sim-spare" | "sim-left" | "sim-right" | "" | undefined;
}

function Label({ x, y, value, kind }: LabelProps) {
  return (
    <text class={kind} x={`${x}%`} y={y}>
      {formatNumber(value)}
    </text>
  );
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
}
