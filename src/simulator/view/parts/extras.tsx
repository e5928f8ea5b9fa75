/**
 * Parts that few instruments have, in a module of their own so that the others do not carry them: the prediction before
 * the run, message boxes, tables, and what should have come out beside what did.
 */

import type { Effect, Scenario, Trace, View } from "../../index.ts";
import type { Place } from "../place.ts";
import type { Drawn as Draw } from "./drawings.tsx";
import { Glyph, Text } from "./words.tsx";

/** One question. Choosing shows the answer, by the style sheet alone; nothing of it is kept. */
export function Ask({ ask }: Pick<Scenario, "ask">) {
  if (ask === null) return null;
  const right = ask.choices.find(({ id }) => id === ask.answer);
  return (
    <fieldset class="sim-ask">
      <legend>Before you try: {ask.question}</legend>
      {ask.choices.map(({ label }) => (
        <label>
          <input type="radio" name="sim-ask" /> {label}
        </label>
      ))}
      <p class="sim-answer">
        <b>{right?.label}.</b> {ask.because}
      </p>
    </fieldset>
  );
}

interface SeenProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly place: Place;
  readonly Drawn: typeof Draw | undefined;
}

/** What the last step of each kind showed. */
export function Seen({ scenario, trace, place, Drawn }: SeenProps) {
  const shows = (view: View) => scenario.views.includes(view);
  return (
    <>
      {shows("messages") && <Boxes boxes={latest(trace, "message")} place={place} />}
      {shows("beside") && <Compared found={latest(trace, "beside")} place={place} />}
      {shows("tables") &&
        Object.entries(scenario.tables).map(([id, table]) => {
          const rows = latest(trace, "row", (row) => row.table === id).map(({ cells }) => cells);
          return Drawn && table.as !== undefined ? (
            <Drawn table={table} rows={rows} />
          ) : (
            <Table title={table.title} columns={table.columns} rows={rows} />
          );
        })}
    </>
  );
}

type Of<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

/** The effects of a kind in the last step that has any. */
function latest<Kind extends Effect["kind"]>(
  { steps }: Trace,
  kind: Kind,
  isMeant: (effect: Of<Kind>) => boolean = () => true,
): Of<Kind>[] {
  const found = steps.map(({ effects }) =>
    effects.filter(
      (effect): effect is Of<Kind> => effect.kind === kind && isMeant(effect as Of<Kind>),
    ),
  );
  return found.findLast((effects) => effects.length > 0) ?? [];
}

function Boxes({ boxes, place }: { boxes: readonly Of<"message">[]; place: Place }) {
  return (
    <section class="sim-boxes" aria-label="Messages">
      {boxes.length === 0 && <p class="sim-hint">No message yet.</p>}
      {boxes.map((box) => (
        <div class="sim-box" role="group" aria-label="Message box">
          {box.title !== "" && <p class="sim-box-title">{box.title}</p>}
          <p class="sim-box-text">
            <Glyph of={box.provenance} place={place} /> <Text {...box} />
          </p>
          <p class="sim-box-buttons" aria-hidden="true">
            {box.buttons.map((button) => (
              <span>{button}</span>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}

function Compared({ found, place }: { found: readonly Of<"beside">[]; place: Place }) {
  return (
    <section class="sim-beside" aria-label="Expected beside actual">
      {found.length === 0 && <p class="sim-hint">Nothing was compared yet.</p>}
      {found.map(({ label, expected, actual, grounds }) => (
        <dl data-differs={expected !== actual}>
          <dt>{label}</dt>
          <dd>
            <span class="sim-hint">expected</span> <b>{expected}</b>
          </dd>
          <dd class={expected === actual ? "" : "sim-failed"}>
            <span class="sim-hint">{expected === actual ? "found the same" : "found another"}</span>{" "}
            <b>{actual}</b> <Glyph of={grounds} place={place} />
          </dd>
        </dl>
      ))}
    </section>
  );
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Table({ title, columns, rows }: TableProps) {
  return (
    <section class="sim-events sim-table">
      <h3>{title}</h3>
      <div class="sim-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 && (
              <tr>
                <td class="sim-hint" colSpan={columns.length}>
                  Nothing yet.
                </td>
              </tr>
            )}
            {rows.map((cells) => (
              <tr>
                {cells.map((cell, i) => (
                  <td data-label={columns[i]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
