/** The event log: a table that gains a row for each record, with the record's words in the article's order. */

import type { Effect, Trace } from "../../index.ts";
import { sessions } from "../model.ts";
import type { Place } from "../place.ts";
import { Head } from "./head.tsx";
import { ErrorShape } from "./result.tsx";
import { After, Text } from "./words.tsx";

export type Recorded = Extract<Effect, { kind: "event" }>;

interface EventsProps {
  readonly trace: Trace;
  /** Labels of the columns, as the scenario's first record has them. */
  readonly labels: readonly string[];
  readonly place: Place;
}

export function Events({ trace, labels, place }: EventsProps) {
  const records = trace.steps.flatMap(({ effects }) =>
    effects.filter((effect) => effect.kind === "event"),
  );
  const columns = labels.length + 1;
  return (
    <div class="sim-events">
      <h3 id="sim-events">Event log</h3>
      <div class="sim-scroll" tabIndex={0} role="region" aria-labelledby="sim-events">
        <table>
          <Head columns={[...labels, "Logged"]} />
          {records.length === 0 && (
            <tbody>
              <tr>
                <td class="sim-hint" colSpan={columns}>
                  No records yet.
                </td>
              </tr>
            </tbody>
          )}
          {records.map((record) => (
            <Record record={record} columns={columns} place={place} />
          ))}
        </table>
      </div>
    </div>
  );
}

interface RecordProps {
  readonly record: Recorded;
  readonly columns: number;
  readonly place: Place;
}

function Record({ record: effect, columns, place }: RecordProps) {
  const { fields, description } = effect.record;
  return (
    <tbody>
      <tr>
        {fields.map(([label, value]) => (
          <td data-label={label}>
            {isError(value) && <ErrorShape />}
            {value}
          </td>
        ))}
        <td data-label="Logged">
          {effect.session === 0 ? "in this run" : `after ${sessions(effect.session)}`}
        </td>
      </tr>
      <tr class="sim-description">
        <td colSpan={columns}>
          <b>Description:</b> <Text text={description} marks={effect.marks} />
          <After of={effect.provenance} place={place} />
        </td>
      </tr>
    </tbody>
  );
}

/** Whether a field's value is the record's type, and that is an error. */
export function isError(value: string): boolean {
  return value.toLowerCase() === "error";
}
