/**
 * Tables that are drawn: a timeline and the parts of paths on a ruler, and a calendar. Fetched only by instruments that
 * have one. What is drawn also stands there in words.
 */

import { formatNumber } from "../../text.ts";
import { monthsOf, partsOf, timesOf, type Cells, type Month, type Span } from "../../drawing.ts";
import type { Table } from "../../types.ts";
import { Head } from "./head.tsx";

interface DrawnProps {
  readonly table: Table;
  readonly rows: readonly Cells[];
}

export function Drawn({ table, rows }: DrawnProps) {
  const across = table.limit === undefined ? "" : " sim-across";
  return (
    <section class={`sim-drawn sim-${table.as}${across}`} aria-label={table.title}>
      <h3>{table.title}</h3>
      {rows.length === 0 && <p class="sim-hint sim-none">Nothing yet.</p>}
      {rows.length > 0 && table.as === "calendar" && <Calendar rows={rows} />}
      {rows.length > 0 && table.as === "timeline" && <Ruled table={table} spans={timesOf(rows)} />}
      {table.as === "tree" && rows.map((row) => <Path table={table} row={row} />)}
    </section>
  );
}

/** A path, a line for each of its parts. What else its row says stands above. */
function Path({ table, row: [path = "", ...rest] }: { table: Table; row: Cells }) {
  const { columns } = table;
  return (
    <>
      {rest.map((cell, i) => (
        <p class="sim-hint">
          {columns[i + 1]}: {cell}
        </p>
      ))}
      <Ruled
        table={{ ...table, columns: [columns[0] ?? "", upTo(table.limit)] }}
        spans={partsOf(path)}
      />
    </>
  );
}

function upTo(limit: number | undefined): string {
  const least = "characters up to here";
  return limit === undefined ? least : `${least}, at most ${formatNumber(limit)}`;
}

interface RuledProps {
  readonly table: Table;
  readonly spans: readonly Span[];
}

/** Rows on one ruler. A limit stands in its middle, where the limit line of the whole instrument runs. */
function Ruled({ table, spans }: RuledProps) {
  const { columns, limit } = table;
  const end = limit === undefined ? Math.max(...spans.map(({ to }) => to)) : 2 * limit;
  return (
    <div class={limit === undefined ? "" : "sim-limited"}>
      <table>
        <Head columns={columns} />
        {spans.map((span) => (
          <RuledRow span={span} end={end} limit={limit} isTree={table.as === "tree"} />
        ))}
      </table>
    </div>
  );
}

interface RuledRowProps {
  readonly span: Span;
  readonly end: number;
  readonly limit: number | undefined;
  readonly isTree: boolean;
}

function RuledRow({ span: { from, to, cells }, end, limit = Infinity, isTree }: RuledRowProps) {
  const percent = (value: number) => `${end === 0 ? 0 : Math.min((100 * value) / end, 100)}%`;
  const bar = (start: number, stop: number, kind: string) =>
    stop > start && <line class={kind} x1={percent(start)} x2={percent(stop)} y1="5" y2="5" />;
  const isOver = to > limit;
  return (
    <tbody>
      <tr>
        {cells.map((cell) => (
          <td>{cell}</td>
        ))}
        {isTree && (
          <td class={isOver ? "sim-failed sim-count" : "sim-count"}>
            {isOver ? "▲ " : ""}
            {formatNumber(to)}
          </td>
        )}
      </tr>
      <tr class="sim-length" aria-hidden="true">
        <td colSpan={cells.length + (isTree ? 1 : 0)}>
          <svg width="100%" height="10">
            <line x2="100%" y1="5" y2="5" />
            {bar(from, Math.min(to, limit), "sim-bar")}
            {bar(Math.max(from, limit), to, "sim-bar sim-beyond")}
          </svg>
        </td>
      </tr>
    </tbody>
  );
}

const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function Calendar({ rows }: { rows: readonly Cells[] }) {
  return (
    <>
      <div class="sim-months">
        {monthsOf(rows).map((month) => (
          <MonthTable month={month} />
        ))}
      </div>
      <dl>
        {rows.map(([date, ...what]) => (
          <div>
            <dt>{date}</dt>
            <dd>{what.join(" · ")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function MonthTable({ month }: { month: Month }) {
  const { year, month: number, starts, days, marks } = month;
  const last = Math.max(days, ...marks.map(({ day }) => day));
  const cells = Array.from(
    { length: Math.ceil((starts + last) / 7) * 7 },
    (_, i) => i - starts + 1,
  );
  const weeks = cells
    .filter((_, i) => i % 7 === 0)
    .map((_, week) => cells.slice(7 * week, 7 * week + 7));
  return (
    <table>
      <caption>
        {MONTHS[number - 1]} {year}
      </caption>
      <Head columns={WEEKDAYS} />
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <Day day={day >= 1 && day <= last ? day : 0} month={month} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 0 where no day stands. A marked day that the month does not have is crossed out, and says so. */
function Day({ day, month: { days, marks } }: { day: number; month: Month }) {
  if (day === 0) return <td />;
  if (day > days)
    return (
      <td class="sim-failed">
        <s>{day}</s>
        <span class="sim-unseen"> does not exist</span>
      </td>
    );
  const isMarked = marks.some((mark) => mark.day === day);
  return <td>{isMarked ? <mark>{day}</mark> : day}</td>;
}
