import { expect, test } from "vitest";
import type { Moment, Replay } from "./replay.ts";
import { grouped, parted } from "./versions.ts";

const section = { key: "resolution", heading: "Resolution" };
const moment = (under: string): Moment => ({ section, under, text: "Do it.", shown: [] });
const replay = (...headings: string[]): Replay => ({
  versions: [],
  telling: [],
  remedies: [{ section, moments: headings.map(moment) }],
});
const told = (lines: string[], ...headings: string[]) => {
  const { versions, remedies } = grouped(parted(replay(...headings), lines), lines);
  return [versions, remedies[0]?.moments.map((one) => one.versions)];
};

test("headings that share out all lines part them, and lines told the same are one choice", () => {
  const lines = ["Contoso Lamp Server 4.0", "Contoso Lamp Desk 4.0", "Contoso Torch, version 2.0"];
  expect(told(lines, "Lamp Server or Desk 4.0", "Contoso Torch 2.0")).toEqual([
    [["Contoso Lamp Server 4.0", "Contoso Lamp Desk 4.0"], ["Contoso Torch, version 2.0"]],
    [[0], [1]],
  ]);
});

test("the more exact heading has the line", () => {
  const lines = ["Lamp Server 4.0", "Lamp Server 4.0, Night Edition"];
  expect(told(lines, "Lamp Server 4.0", "Lamp Server 4.0, Night")[1]).toEqual([[0], [1]]);
});

test("where a line has no heading, all are told everything", () => {
  expect(told(["Lamp 1.0", "Torch 2.0"], "Lamp 1.0", "Lamp 3.0")).toEqual([
    [],
    [undefined, undefined],
  ]);
});
