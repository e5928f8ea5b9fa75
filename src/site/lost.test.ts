import { expect, test } from "vitest";
import { lostIds } from "./lost.ts";

test.each([
  "/kb/298/Q298836",
  "/kb/298/q298836/index.htm",
  "/298836",
  "/base/KB298836.html",
  "/kb/298836/en-us",
  "/?scid=kb;en-us;298836",
  "/default.aspx?scid=kb%3BEN-US%3Bq298836",
  "/support/kb/articles/q298/8/36.asp",
  "/support/kb/articles/Q298/8/36.ASP&NoWebContent=1",
  "/articles/kb-298836",
  "/Q0298836",
  "/kb%20298836",
])("%s means Q298836", (address) => {
  expect(lostIds(address, ["Q"])[0]).toBe("Q298836");
});

test("letters of an id decide, where the site knows them; else every kind is tried", () => {
  expect(lostIds("/r100001", ["Q", "R"])).toEqual(["R100001", "Q100001"]);
  expect(lostIds("/100001", ["Q", "R"])).toEqual(["Q100001", "R100001"]);
});

test("an address without a number means nothing", () => {
  expect(lostIds("/about/us%", ["Q"])).toEqual([]);
  expect(lostIds("/v2/x", ["Q"])).toEqual([]);
});
