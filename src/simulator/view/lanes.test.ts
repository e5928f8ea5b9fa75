import { describe, expect, test } from "vitest";
import { play } from "../index.ts";
import type { LaneCell } from "../index.ts";
import { loadQ298836, runOf } from "../scenario.testing.ts";
import { failedPart, lanesOf, stretchesOf } from "./lanes.ts";

const scenario = loadQ298836();
const opening = play(scenario, runOf());

function words(cells: readonly LaneCell[]): string[] {
  return cells.flatMap((cell) => {
    if (cell.kind === "heading") return cell.text;
    return cell.effect.kind === "event" ? cell.effect.record.description : cell.effect.text;
  });
}

describe("the lanes", () => {
  test("show the demonstration until the reader's own run has failed", () => {
    expect(lanesOf(scenario, opening, "mapi").isDemonstration).toBe(true);
    const own = play(scenario, runOf(["deliver", 7], ["session"]));
    const pair = lanesOf(scenario, own, "mapi");
    expect(pair.isDemonstration).toBe(false);
    expect(pair.failing).toEqual(own.run);
  });

  test("leave out what the reader did after the failure", () => {
    const trace = play(scenario, runOf(["deliver", 1], ["session"], ["delete", 1000], ["session"]));
    expect(failedPart(trace)?.inputs.map(({ action }) => action)).toEqual(["deliver", "session"]);
  });

  test("part where the remedy is applied, and end in failure and in its absence", () => {
    const stretches = stretchesOf(lanesOf(scenario, opening, "ex2000").rows);
    const parting = stretches.filter(({ parts }) => parts);
    expect(parting.map(({ right }) => words(right)[0])).toEqual(["Upgrade to Exchange 2000"]);
    const last = stretches.at(-1);
    expect(words(last?.left ?? []).at(-1)).toContain("cannot read");
    expect(words(last?.right ?? []).at(-1)).toContain("reads");
  });

  test("count how far each lane stands from the limit: prevention never crosses it", () => {
    const { rows } = lanesOf(scenario, opening, "agent");
    expect(rows.map(({ overLeft }) => overLeft)).toContain(1);
    expect(new Set(rows.map(({ overRight }) => overRight))).toEqual(new Set([0]));
  });

  test("keep equal lines level, each in a row of its own", () => {
    for (const { id } of scenario.remedies)
      for (const { isEqual, left, right } of stretchesOf(lanesOf(scenario, opening, id).rows)) {
        if (!isEqual) continue;
        expect(words(left)).toEqual(words(right));
        expect(left).toHaveLength(1);
      }
  });

  test("lose no line of either run", () => {
    const { rows } = lanesOf(scenario, opening, "agent");
    const stretches = stretchesOf(rows);
    expect(stretches.flatMap(({ left }) => left)).toEqual(rows.flatMap(({ left }) => left ?? []));
    expect(stretches.flatMap(({ right }) => right)).toEqual(
      rows.flatMap(({ right }) => right ?? []),
    );
  });

  test("show the end of a long run, which fails there as it did", () => {
    const deliveries = Array.from({ length: 60 }, () => ["deliver", 1] as const);
    const trace = play(scenario, runOf(...deliveries, ["session"]));
    const pair = lanesOf(scenario, trace, "mapi");
    expect(pair.isCut).toBe(true);
    expect(pair.failing.inputs).toHaveLength(61);
    expect(pair.rows.at(-1)?.overLeft).toBe(60);
    expect(words(pair.rows.flatMap(({ left }) => left ?? [])).at(-1)).toContain("65,595 messages");
  });
});
