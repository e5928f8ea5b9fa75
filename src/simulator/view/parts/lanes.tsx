/** The two lanes: the failing run beside the run with a remedy, equal lines level and grey, and a rule where they part. */

import type { Effect, LaneCell, Remedy, Scenario } from "../../index.ts";
import type { CountedRow, LanePair } from "../lanes.ts";
import type { Place } from "../place.ts";
import { isError } from "./events.tsx";
import { ErrorShape, ResultMark } from "./result.tsx";
import { Said } from "./terminal.tsx";
import { Glyph, Text } from "./words.tsx";

interface LanesProps {
  readonly scenario: Scenario;
  readonly pair: LanePair;
  readonly remedy: string;
  readonly place: Place;
  readonly isLive: boolean;
  readonly onChoose: (remedy: string) => void;
  readonly onCure: () => void;
}

export function Lanes({ scenario, pair, remedy, place, isLive, onChoose, onCure }: LanesProps) {
  const chosen = scenario.remedies.find(({ id }) => id === remedy);
  return (
    <section class="sim-lanes" aria-labelledby="sim-lanes">
      <h3 id="sim-lanes">With a remedy</h3>
      <Remedies {...{ scenario, remedy, place, isLive, onChoose, onCure, pair }} />
      <LaneTable
        rows={pair.rows}
        left={pair.isDemonstration ? "The failing run" : "Your run"}
        chosen={chosen}
        place={place}
      />
      {pair.isCut && <p class="sim-hint">Only the last steps of this long run are shown.</p>}
    </section>
  );
}

type RemediesProps = Omit<LanesProps, "isLive"> & { readonly isLive: boolean };

function Remedies({ scenario, pair, remedy, place, isLive, onChoose, onCure }: RemediesProps) {
  const chosen = scenario.remedies.find(({ id }) => id === remedy);
  return (
    <fieldset class="sim-remedies" disabled={!isLive}>
      <legend class="sim-unseen">Remedy in the second lane</legend>
      {scenario.remedies.map(({ id, label, acts, provenance }) => (
        <div key={id} class="sim-remedy">
          <label>
            <input
              type="radio"
              name="sim-remedy"
              value={id}
              checked={id === remedy}
              onChange={() => onChoose(id)}
            />
            <span>
              {label} <small>{ACTS[acts]}</small>
            </span>
          </label>
          <Glyph of={provenance} place={place} />
        </div>
      ))}
      {chosen && (
        <button type="button" onClick={onCure}>
          {cureLabel(chosen, pair)}
        </button>
      )}
    </fieldset>
  );
}

const ACTS = {
  thisRun: "acts on this run",
  start: "acts from the start: it prevents, it does not cure",
} as const;

function cureLabel({ acts }: Remedy, { isDemonstration }: LanePair): string {
  if (acts === "start")
    return isDemonstration ? "Play the run with it" : "Play your run again with it";
  return isDemonstration ? "Play the run and apply it" : "Apply it to your run and try again";
}

interface LaneTableProps {
  readonly rows: readonly CountedRow[];
  readonly left: string;
  readonly chosen: Remedy | undefined;
  readonly place: Place;
}

export function LaneTable({ rows, left, chosen, place }: LaneTableProps) {
  const right = chosen?.label ?? "";
  return (
    <table class="sim-lane-table">
      <thead>
        <tr>
          <th scope="col">{left}</th>
          <td class="sim-spine" />
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Row key={i} row={row} before={rows[i - 1]} place={place} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: CountedRow;
  readonly before: CountedRow | undefined;
  readonly place: Place;
}

function Row({ row, before, place }: RowProps) {
  return (
    <>
      {row.parts && (
        <tr class="sim-parting">
          <td colSpan={3}>
            <span>here they part</span>
          </td>
        </tr>
      )}
      <tr class={row.equal ? "sim-equal" : "sim-differs"}>
        <td data-lane="without">
          <Cell cell={row.left} place={place} />
        </td>
        <Spine row={row} before={before ?? row} />
        <td data-lane="with it">
          <Cell cell={row.right} place={place} />
        </td>
      </tr>
    </>
  );
}

function Cell({ cell, place }: { cell: LaneCell | null; place: Place }) {
  if (cell === null) return null;
  if (cell.kind === "heading") return <p class="sim-step">{cell.text}</p>;
  return <Shown effect={cell.effect} place={place} />;
}

/** An effect in words. */
function Shown({ effect, place }: { effect: Effect; place: Place }) {
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
          <ResultMark result={effect.result} /> {effect.text}{" "}
          <Glyph of={effect.grounds} place={place} />
        </p>
      );
    case "note":
      return (
        <p class="sim-meta">
          {effect.text} <Glyph of={effect.grounds} place={place} />
        </p>
      );
    default:
      return <p class="sim-meta">{effect.text}</p>;
  }
}

function RecordInWords({
  effect,
  place,
}: {
  effect: Extract<Effect, { kind: "event" }>;
  place: Place;
}) {
  return (
    <p class="sim-line sim-record">
      <span class="sim-gutter">
        <Glyph of={effect.provenance} place={place} />
      </span>
      <samp>
        {effect.record.fields.map(([label, value]) => (
          <span key={label}>
            {label}: {isError(value) && <ErrorShape />}
            {value}
            <br />
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

/**
 * The limited number beside each row, drawn from the limit line that runs between the lanes: what lies to its right is
 * over the limit. The failing run is the full stroke, the remedied one the broken stroke.
 */
function Spine({ row, before }: { row: CountedRow; before: CountedRow }) {
  return (
    <td class="sim-spine" aria-hidden="true">
      <svg>
        <Stroke over={row.overLeft} before={before.overLeft} lane="failing" />
        <Stroke over={row.overRight} before={before.overRight} lane="remedied" />
      </svg>
    </td>
  );
}

function Stroke({ over, before, lane }: { over: number; before: number; lane: string }) {
  const [x, from] = [at(over), at(before)];
  const kind = `sim-stroke sim-${lane}${over > 0 ? " sim-beyond" : ""}`;
  return (
    <>
      {x !== from && <line class={kind} x1={from} x2={x} y1="0.5" y2="0.5" />}
      <line class={kind} x1={x} x2={x} y1="0" y2="100%" />
    </>
  );
}

function at(over: number): string {
  const seen = Math.min(Math.max(over, -FARTHEST), FARTHEST);
  return `${50 + (seen * 46) / FARTHEST}%`;
}
