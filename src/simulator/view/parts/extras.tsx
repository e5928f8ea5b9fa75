/**
 * Parts that few instruments have, in a module of their own so that the others do not carry them: the prediction before
 * the run, message boxes, tables, and what should have come out beside what did.
 */

import type { Effect, Scenario, Trace, View } from "../../index.ts";
import type { Table } from "../../types.ts";
import type { Place } from "../place.ts";
import type { Drawn as Draw } from "./drawings.tsx";
import { Head } from "./head.tsx";
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

interface PaneProps {
  readonly view: View;
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly place: Place;
  readonly Drawn: typeof Draw | undefined;
}

/** What a view of this module shows; nothing for others. */
export function Pane({ view, scenario, trace, place, Drawn }: PaneProps) {
  switch (view) {
    case "messages":
      return <Boxes boxes={ofLastTry(trace, "message")} place={place} />;
    case "beside":
      return <Compared found={ofLastTry(trace, "beside")} place={place} />;
    case "tables":
      return (
        <>
          {Object.entries(scenario.tables).map(([id, table]) => (
            <Tabled table={table} rows={rowsOf(trace, id)} Drawn={Drawn} />
          ))}
        </>
      );
    default:
      return null;
  }
}

type Of<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

/** Effects of a kind in the last step that came to an outcome or has any: a message that was answered is not shown on. */
function ofLastTry<Kind extends Effect["kind"]>({ steps }: Trace, kind: Kind): Of<Kind>[] {
  const last = steps.findLast(({ effects }) =>
    effects.some((effect) => effect.kind === kind || effect.kind === "outcome"),
  );
  return (last?.effects ?? []).filter((effect): effect is Of<Kind> => effect.kind === kind);
}

/** A table's rows, as the last step that has any wrote them. */
function rowsOf({ steps }: Trace, table: string): Of<"row">["cells"][] {
  const found = steps.map(({ effects }) =>
    effects.flatMap((effect) =>
      effect.kind === "row" && effect.table === table ? [effect.cells] : [],
    ),
  );
  return found.findLast((rows) => rows.length > 0) ?? [];
}

function Boxes({ boxes, place }: { boxes: readonly Of<"message">[]; place: Place }) {
  return (
    <section class="sim-boxes" aria-labelledby="sim-boxes">
      <h3 id="sim-boxes">Messages</h3>
      {boxes.length === 0 && <p class="sim-hint sim-none">No message.</p>}
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
    <section class="sim-beside" aria-labelledby="sim-beside">
      <h3 id="sim-beside">Expected, and what came out</h3>
      {found.length === 0 && <p class="sim-hint sim-none">Nothing yet.</p>}
      {found.map(({ label, expected, actual, grounds }) => (
        <dl>
          <dt>{label}</dt>
          <dd>
            <span class="sim-hint">expected</span> <b>{expected}</b>
          </dd>
          <dd class={expected === actual ? "" : "sim-failed"}>
            <span class="sim-hint">{expected === actual ? "the same" : "≠ something else"}</span>{" "}
            <b>{actual}</b> <Glyph of={grounds} place={place} />
          </dd>
        </dl>
      ))}
    </section>
  );
}

interface TabledProps {
  readonly table: Table;
  readonly rows: readonly Of<"row">["cells"][];
  readonly Drawn: typeof Draw | undefined;
}

function Tabled({ table, rows, Drawn }: TabledProps) {
  const { title, columns } = table;
  if (Drawn && table.as !== undefined) return <Drawn table={table} rows={rows} />;
  return (
    <section class="sim-events sim-table">
      <h3>{title}</h3>
      <div class="sim-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <Head columns={columns} />
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
