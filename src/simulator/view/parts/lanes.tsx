/** The two lanes: the failing run beside the run with a remedy, equal lines level and grey, and a rule where they part. */

import type { Effect, LaneCell, Remedy, Scenario, State } from "../../index.ts";
import {
  stretchesOf,
  type CountedRow,
  type Counts,
  type LanePair,
  type Stretch,
} from "../lanes.ts";
import type { Place } from "../place.ts";
import { isError } from "./events.tsx";
import { ErrorShape, ResultMark } from "./result.tsx";
import { Said } from "./terminal.tsx";
import { After, Glyph, Sentence, Text } from "./words.tsx";

interface LanesProps {
  readonly scenario: Scenario;
  readonly pair: LanePair;
  readonly remedy: string;
  /** What came of the remedy that was tried just now. */
  readonly cured: State["outcome"];
  readonly place: Place;
  readonly isLive: boolean;
  readonly onChoose: (remedy: string) => void;
  readonly onCure: () => void;
}

export function Lanes(props: LanesProps) {
  const { scenario, pair, remedy, place } = props;
  const chosen = scenario.remedies.find(({ id }) => id === remedy);
  return (
    <section class="sim-lanes" aria-labelledby="sim-lanes">
      <div class="sim-lane-heads">
        <div>
          <h3 id="sim-lanes">
            {pair.isDemonstration ? "The run that fails" : "Your run, which fails"}
          </h3>
          <p class="sim-hint">
            Compared with the same run under a remedy. What is equal is grey.
            {pair.isCut && " Only the last steps are shown."}
          </p>
        </div>
        <Remedies {...props} chosen={chosen} />
      </div>
      <LaneTable rows={pair.rows} chosen={chosen} place={place} />
    </section>
  );
}

type RemediesProps = LanesProps & { readonly chosen: Remedy | undefined };

function Remedies(props: RemediesProps) {
  const { scenario, pair, chosen, cured, place, isLive, onChoose, onCure } = props;
  return (
    <fieldset class="sim-remedies" disabled={!isLive}>
      <legend>With a remedy</legend>
      {scenario.remedies.map(({ id, label, acts, provenance }) => (
        <p>
          <label>
            <input
              type="radio"
              name="sim-remedy"
              value={id}
              checked={id === chosen?.id}
              onChange={() => onChoose(id)}
            />{" "}
            {label}
          </label>{" "}
          <small>{ACTS[acts]}</small>
          <After of={provenance} place={place} />
        </p>
      ))}
      {chosen && (
        <button type="button" onClick={onCure}>
          {CURE[chosen.acts][pair.isDemonstration ? 0 : 1]}
        </button>
      )}
      {cured && (
        <div class="sim-end">
          <ResultMark result={cured.result} /> <Sentence text={cured.text} />
        </div>
      )}
    </fieldset>
  );
}

const ACTS = {
  thisRun: "acts on this run",
  start: "acts from the start: prevents, does not cure",
} as const;

/** What the button says: for the demonstration, and for the reader's own run. */
const CURE = {
  thisRun: ["Play it, then apply this", "Apply this to your run and try again"],
  start: ["Play it with this from the start", "Play your run again with this"],
} as const;

interface LaneTableProps {
  readonly rows: readonly CountedRow[];
  readonly chosen: Remedy | undefined;
  readonly place: Place;
}

export function LaneTable({ rows, chosen, place }: LaneTableProps) {
  return (
    <table class="sim-lane-table">
      <thead>
        <tr>
          <th scope="col">Without a remedy</th>
          <td class="sim-spine" />
          <th scope="col">{chosen?.label}</th>
        </tr>
      </thead>
      <tbody>
        {stretchesOf(rows).map((stretch) => (
          <Row stretch={stretch} place={place} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ stretch, place }: { stretch: Stretch; place: Place }) {
  const { isEqual, parts, left, right, counts, before } = stretch;
  return (
    <>
      {parts && (
        <tr class="sim-parting">
          <td />
          <Spine counts={before} before={before} />
          <td>here they part</td>
        </tr>
      )}
      <tr class={isEqual ? "sim-equal" : "sim-differs"}>
        <Side cells={left} lane="without" isOver={counts.overLeft > 0} place={place} />
        <Spine counts={counts} before={before} />
        <Side cells={right} lane="with it" isOver={counts.overRight > 0} place={place} />
      </tr>
    </>
  );
}

interface SideProps {
  readonly cells: readonly LaneCell[];
  /** What the lane is called where the lanes stand below each other. */
  readonly lane: string;
  readonly isOver: boolean;
  readonly place: Place;
}

function Side({ cells, lane, isOver, place }: SideProps) {
  return (
    <td data-lane={lane}>
      {cells.map((cell) => (
        <Cell cell={cell} isOver={isOver} place={place} />
      ))}
    </td>
  );
}

interface CellProps {
  readonly cell: LaneCell;
  readonly isOver: boolean;
  readonly place: Place;
}

function Cell({ cell, isOver, place }: CellProps) {
  if (cell.kind === "heading") return <p class="sim-step">{cell.text}</p>;
  return <Shown effect={cell.effect} isOver={isOver} place={place} />;
}

/** An effect in words. */
function Shown({ effect, isOver, place }: { effect: Effect; isOver: boolean; place: Place }) {
  switch (effect.kind) {
    case "connect":
      return <Said line={effect} isTyped place={place} />;
    case "line":
      return <Said line={effect} isTyped={effect.from === "client"} place={place} />;
    case "event":
      return <RecordInWords effect={effect} place={place} />;
    case "outcome":
      return (
        <p class="sim-end">
          <ResultMark result={effect.result} /> <Sentence text={effect.text} />
          <After of={effect.grounds} place={place} />
        </p>
      );
    default:
      return (
        <p class={`sim-meta${effect.kind === "value" && isOver ? " sim-beyond" : ""}`}>
          <Sentence text={effect.text} />
          <After of={effect.kind === "note" ? effect.grounds : undefined} place={place} />
        </p>
      );
  }
}

type Recorded = Extract<Effect, { kind: "event" }>;

function RecordInWords({ effect, place }: { effect: Recorded; place: Place }) {
  return (
    <p class="sim-line">
      <Glyph of={effect.provenance} place={place} />
      <samp>
        {effect.record.fields.map(([label, value]) => (
          <span>
            {label}: {isError(value) && <ErrorShape />}
            {value}
            {"\n"}
          </span>
        ))}
        Description: <Text text={effect.record.description} marks={effect.marks} />
      </samp>
    </p>
  );
}

// ---------------------------------------------------------------------------------------------------- the spine

/** As far from the limit as the spine shows; what lies farther stands at its edge. */
const FARTHEST = 4;

/** How far from the middle that is, in per cent of the spine's width: the words beside it keep their distance. */
const WIDEST = 32;

/**
 * The limited number beside each row, drawn about the limit line that runs between the lanes: what lies to its right is
 * over the limit. The failing run is the full stroke; the remedied one is a broken stroke where it is not the same.
 */
function Spine({ counts, before }: { counts: Counts; before: Counts }) {
  const isSame = counts.overLeft === counts.overRight;
  return (
    <td class="sim-spine" aria-hidden="true">
      <svg>
        {!isSame && (
          <Stroke over={counts.overRight} before={before.overRight} kind="sim-remedied" />
        )}
        <Stroke over={counts.overLeft} before={before.overLeft} kind="" />
      </svg>
    </td>
  );
}

/** How far below a row's top the stroke turns: at the middle of its first line. */
const TURN = 13;

function Stroke({ over, before, kind }: { over: number; before: number; kind: string }) {
  if (over === before) return <Piece from={over} to={over} y1={0} y2="100%" kind={kind} />;
  return (
    <>
      <Piece from={before} to={before} y1={0} y2={TURN} kind={kind} />
      <Piece from={before} to={over} y1={TURN} y2={TURN} kind={kind} />
      <Piece from={over} to={over} y1={TURN} y2="100%" kind={kind} />
    </>
  );
}

interface PieceProps {
  readonly from: number;
  readonly to: number;
  readonly y1: number;
  readonly y2: number | string;
  readonly kind: string;
}

function Piece({ from, to, y1, y2, kind }: PieceProps) {
  const beyond = to > 0 ? " sim-beyond" : "";
  return <line class={kind + beyond} x1={at(from)} x2={at(to)} y1={y1} y2={y2} />;
}

function at(over: number): string {
  const seen = Math.min(Math.max(over, -FARTHEST), FARTHEST);
  return `${50 + (seen * WIDEST) / FARTHEST}%`;
}
