/**
 * The vernier gauge: the whole range above, a window of a few values around the limit below, on one grid on which the
 * limit stands in the middle, so that one straight line can run on from it through all that follows.
 */

import { formatNumber, type Gauge as Reading } from "../../index.ts";

interface GaugeProps {
  readonly reading: Reading;
  readonly label: string;
  readonly isLive: boolean;
  readonly onSlide: (value: number) => void;
}

export function Gauge({ reading, label, isLive, onSlide }: GaugeProps) {
  const whole = wholeScale(reading);
  return (
    <div class="sim-gauge" data-over={reading.over > 0}>
      <p class="sim-reading">
        <span class="sim-figure">{formatNumber(reading.value)}</span>{" "}
        <span class="sim-reading-rest">
          {reading.text.slice(formatNumber(reading.value).length)}
        </span>
      </p>
      <div class="sim-scales">
        <div class="sim-slide">
          <svg class="sim-before" width={`${whole.start}%`} height="1" aria-hidden="true" />
          <input
            type="range"
            min={reading.from}
            max={reading.to}
            step={1}
            value={reading.value}
            disabled={!isLive}
            aria-label={label}
            aria-valuetext={reading.text}
            onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
            onKeyDown={(event) => turnPage(event, reading, onSlide)}
          />
          <svg
            class="sim-before"
            width={`${100 - whole.start - whole.width}%`}
            height="1"
            aria-hidden="true"
          />
        </div>
        <svg class="sim-scale" aria-hidden="true">
          <WholeScale reading={reading} whole={whole} />
          {reading.limit !== null && <Window reading={reading} limit={reading.limit} />}
        </svg>
        {reading.limit !== null && (
          <svg
            class="sim-window-hit"
            aria-hidden="true"
            onClick={(event) => pick(event, reading, onSlide)}
          >
            <rect width="100%" height="100%" />
          </svg>
        )}
      </div>
    </div>
  );
}

const PAGE = 1000;

/** Page keys move by a thousand; the browser's own step would be a tenth of the range. */
function turnPage(
  event: KeyboardEvent,
  { value, from, to }: Reading,
  onSlide: (value: number) => void,
): void {
  const by = event.key === "PageUp" ? PAGE : event.key === "PageDown" ? -PAGE : 0;
  if (by === 0) return;
  event.preventDefault();
  onSlide(Math.min(Math.max(value + by, from), to));
}

// --------------------------------------------------------------------------------------------- the whole range

interface Scale {
  /** Where it starts and how wide it is, in per cent of the gauge. */
  readonly start: number;
  readonly width: number;
}

const MIDDLE = 50;

/** As wide as it can be with the limit in the middle; the whole width where there is no limit. */
export function wholeScale({ from, to, limit }: Pick<Reading, "from" | "to" | "limit">): Scale {
  if (limit === null || to === from) return { start: 0, width: 100 };
  const share = (limit - from) / (to - from);
  const width = share < 0.5 ? MIDDLE / (1 - share) : MIDDLE / share;
  return { start: MIDDLE - share * width, width };
}

const BASELINE = 44;

function WholeScale({ reading, whole }: { reading: Reading; whole: Scale }) {
  const { from, to, value, limit } = reading;
  const x = (at: number) => whole.start + (whole.width * (at - from)) / (to - from);
  const major = roundStep((to - from) / 4);
  return (
    <g class="sim-whole">
      {multiples(from, to, major / 5).map((at) => (
        <line
          key={at}
          x1={`${x(at)}%`}
          x2={`${x(at)}%`}
          y1={BASELINE}
          y2={BASELINE + (at % major === 0 ? 10 : 5)}
        />
      ))}
      {multiples(from, to, major).map((at) => (
        <text key={at} x={`${x(at)}%`} y={BASELINE + 24}>
          {formatNumber(at)}
        </text>
      ))}
      <line x1={`${x(from)}%`} x2={`${x(to)}%`} y1={BASELINE} y2={BASELINE} />
      <Bar from={x(from)} to={x(value)} limit={limit === null ? null : x(limit)} y={BASELINE} />
      <Pointer x={x(value)} y={BASELINE - 5} isOver={reading.over > 0} />
    </g>
  );
}

/** The filled length, in ink up to the limit and in vermilion beyond. */
function Bar({
  from,
  to,
  limit,
  y,
}: {
  from: number;
  to: number;
  limit: number | null;
  y: number;
}) {
  const end = limit === null ? to : Math.min(limit, to);
  return (
    <>
      <rect
        class="sim-bar"
        x={`${from}%`}
        width={`${Math.max(end - from, 0)}%`}
        y={y - 4}
        height="4"
      />
      {limit !== null && (
        <rect
          class="sim-bar sim-beyond"
          x={`${limit}%`}
          width={`${Math.max(to - limit, 0)}%`}
          y={y - 4}
          height="4"
        />
      )}
    </>
  );
}

function Pointer({ x, y, isOver }: { x: number; y: number; isOver: boolean }) {
  return (
    <svg class={`sim-pointer${isOver ? " sim-beyond" : ""}`} x={`${x}%`} y={y} width="1" height="1">
      <path d="M0 0 -7 -11H7Z" />
    </svg>
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

// --------------------------------------------------------------------------------------------------- the window

/** The window's two ends, in per cent of the gauge. */
const LEFT = 18;
const RIGHT = 82;
const LINE = 132;

function Window({ reading, limit }: { reading: Reading; limit: number }) {
  const { window, value } = reading;
  const [first = limit, last = limit] = [window[0], window.at(-1)];
  const unit = (RIGHT - LEFT) / (last - first + 1 || 1);
  const x = (at: number) => MIDDLE + (at - limit) * unit;
  const seen = Math.min(Math.max(value, first), last);
  return (
    <g class="sim-window">
      <path class="sim-lens" d="" />
      <line class="sim-ray" x1="50%" x2={`${LEFT}%`} y1={BASELINE + 32} y2={LINE - 26} />
      <line class="sim-ray" x1="50%" x2={`${RIGHT}%`} y1={BASELINE + 32} y2={LINE - 26} />
      {window.map((at) => (
        <line
          key={at}
          x1={`${x(at)}%`}
          x2={`${x(at)}%`}
          y1={LINE}
          y2={LINE + (at === limit ? 14 : 9)}
        />
      ))}
      {[first, last].map((at) => (
        <text key={at} x={`${x(at)}%`} y={LINE + 24}>
          {formatNumber(at)}
        </text>
      ))}
      <text class="sim-limit-number" x="50%" dx="6" y={LINE + 24}>
        {formatNumber(limit)}
      </text>
      <line x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={LINE} y2={LINE} />
      <Bar
        from={LEFT}
        to={value < first ? LEFT : value > last ? RIGHT : x(seen)}
        limit={MIDDLE}
        y={LINE}
      />
      {value === seen ? (
        <Pointer x={x(value)} y={LINE - 5} isOver={reading.over > 0} />
      ) : (
        <Outside isOver={value > last} />
      )}
    </g>
  );
}

/** The value lies beyond the window's end: an arrow that points there. */
function Outside({ isOver }: { isOver: boolean }) {
  return (
    <svg
      class={`sim-pointer${isOver ? " sim-beyond" : ""}`}
      x={`${isOver ? RIGHT : LEFT}%`}
      y={LINE - 10}
      width="1"
      height="1"
    >
      <path d={isOver ? "M12 0 0 -7V7Z" : "M-12 0 0 -7V7Z"} />
    </svg>
  );
}

/** A press on the window chooses the value under it. */
function pick(
  event: MouseEvent & { readonly currentTarget: SVGSVGElement },
  { window, limit }: Reading,
  onSlide: (value: number) => void,
): void {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const share = ((event.clientX - left) / width) * 100;
  const step = Math.round((share - MIDDLE) / ((RIGHT - LEFT) / window.length));
  const value = (limit ?? 0) + step;
  if (window.includes(value)) onSlide(value);
}
