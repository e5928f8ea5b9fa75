import { expect, test } from "vitest";
import { misfit, monthsOf, partsOf, timesOf } from "./drawing.ts";

test("on a timeline each row lasts from the time of the row before", () => {
  const spans = timesOf([["3 seconds", "again"], ["9 seconds", "again"], ["1,021 seconds"]]);
  expect(spans.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 9],
    [9, 1021],
  ]);
});

test("a path is its parts, with their separators: together they are as long as it", () => {
  const parts = partsOf("C:\\Böard\\Minutes.txt");
  expect(parts).toEqual([
    { from: 0, to: 3, cells: ["C:\\"] },
    { from: 3, to: 9, cells: ["Böard\\"] },
    { from: 9, to: 20, cells: ["Minutes.txt"] },
  ]);
  expect(partsOf("/usr/lib").map(({ cells }) => cells[0])).toEqual(["/", "usr/", "lib"]);
});

test("months know their first weekday and their length, and keep a day that they do not have", () => {
  const [february, december] = monthsOf([["2030-12-31", "end"], ["2001-02-29"]]);
  expect(february).toMatchObject({ year: 2001, month: 2, starts: 3, days: 28 });
  expect(february?.marks).toEqual([{ day: 29, cells: ["2001-02-29"] }]);
  expect(december).toMatchObject({ year: 2030, month: 12, starts: 6, days: 31 });
  expect(monthsOf([["2000-02-29"], ["1900-02-28"]]).map(({ days }) => days)).toEqual([28, 29]);
  expect(monthsOf([["0099-01-01"]])).toMatchObject([{ starts: 3 }]);
});

test("a row that cannot be drawn is told with what was expected", () => {
  expect(misfit("timeline", ["soon"])).toMatch(/number/);
  expect(misfit("calendar", ["29 February"])).toMatch(/date/);
  expect(misfit("tree", ["Minutes.txt"])).toMatch(/path/);
  expect(misfit("timeline", ["189 seconds"])).toBeUndefined();
  expect(misfit("calendar", ["2001-02-29"])).toBeUndefined();
  expect(misfit("tree", ["C:\\Minutes.txt"])).toBeUndefined();
});
