/** The vernier gauge: the whole range above, a window of a few values around the limit below. One native slider moves both. */

import { formatNumber, type Gauge as Reading } from "../../index.ts";
import {
  LEFT,
  MIDDLE,
  onWhole,
  onWindow,
  RIGHT,
  wholeSpan,
  WHOLE_LINE,
  WINDOW_LINE,
  windowUnit,
} from "../geometry.ts";

interface GaugeProps {
  readonly reading: Reading;
  readonly label: string;
  /** The scales as HTML, drawn when the site is built. The browser leaves them as they stand. */
  readonly scales: string;
  readonly isLive: boolean;
  readonly onSlide: (value: number) => void;
}

/** Per cent of the width that the reading takes beside the scale; where the scale begins sooner, it stands above. */
const READING = 25;

export function Gauge({ reading, label, scales, isLive, onSlide }: GaugeProps) {
  const { start, width } = wholeSpan(reading);
  const figure = formatNumber(reading.value);
  return (
    <div class="sim-gauge" data-over={reading.over > 0} data-wide={start < READING}>
      <p class="sim-reading">
        <span class="sim-figure">{figure}</span>{" "}
        <span class="sim-rest">{reading.text.slice(figure.length).replace(/^, /, "")}</span>
      </p>
      <div class="sim-scale">
        <div class="sim-slide">
          <svg width={`${start}%`} height="1" />
          <input
            type="range"
            min={reading.from}
            max={reading.to}
            value={reading.value}
            disabled={!isLive}
            aria-label={label}
            aria-valuetext={reading.text}
            onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
            onKeyDown={(event) => turnPage(event, reading, onSlide)}
          />
          <svg width={`${Math.max(100 - start - width, 0)}%`} height="1" />
        </div>
        <svg class="sim-scales" aria-hidden="true">
          <g dangerouslySetInnerHTML={{ __html: scales }} />
          <OnWhole reading={reading} />
          {reading.limit !== null && <OnWindow reading={reading} limit={reading.limit} />}
          <rect
            class="sim-hit"
            y={WINDOW_LINE - 24}
            onClick={(event) => pick(event, reading, onSlide)}
          />
        </svg>
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

function OnWhole({ reading }: { reading: Reading }) {
  const x = onWhole(reading, reading.value);
  const limit = reading.limit === null ? 100 : MIDDLE;
  return (
    <>
      <Bar from={wholeSpan(reading).start} to={x} limit={limit} y={WHOLE_LINE} />
      <Pointer x={x} y={WHOLE_LINE - 5} isOver={reading.over > 0} />
    </>
  );
}

function OnWindow({ reading, limit }: { reading: Reading; limit: number }) {
  const { window, value } = reading;
  const isOver = value > limit;
  const isSeen = window.includes(value);
  const end = isOver ? RIGHT : LEFT;
  const x = isSeen ? onWindow(reading, value) : end;
  return (
    <>
      <Bar from={LEFT} to={x} limit={MIDDLE} y={WINDOW_LINE} />
      <Pointer x={x} y={WINDOW_LINE - 5} isOver={isOver} isBeside={!isSeen} />
    </>
  );
}

type BarProps = Readonly<Record<"from" | "to" | "limit" | "y", number>>;

/** The filled length, in ink up to the limit and in vermilion beyond. */
function Bar({ from, to, limit, y }: BarProps) {
  const piece = (start: number, end: number, kind: string) => (
    <rect
      class={`sim-bar${kind}`}
      x={`${start}%`}
      width={`${Math.max(end - start, 0)}%`}
      y={y - 4}
    />
  );
  return (
    <>
      {piece(from, Math.min(limit, to), "")}
      {piece(limit, to, " sim-beyond")}
    </>
  );
}

interface PointerProps {
  readonly x: number;
  readonly y: number;
  readonly isOver: boolean;
  /** The value lies beyond the scale's end: the pointer points there. */
  readonly isBeside?: boolean;
}

function Pointer({ x, y, isOver, isBeside = false }: PointerProps) {
  const beside = isOver ? "M14 1 2 -6V8Z" : "M-14 1 -2 -6V8Z";
  return (
    <svg class={`sim-pointer${isOver ? " sim-beyond" : ""}`} x={`${x}%`} y={y}>
      <path d={isBeside ? beside : "M0 0 -7 -11H7Z"} />
    </svg>
  );
}

/** A press on the window chooses the value under it. */
function pick(
  event: MouseEvent & { readonly currentTarget: SVGElement },
  reading: Reading,
  onSlide: (value: number) => void,
): void {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const share = ((event.clientX - left) / width) * 100;
  const value = (reading.limit ?? 0) + Math.round((share - MIDDLE) / windowUnit(reading));
  if (reading.window.includes(value)) onSlide(value);
}
