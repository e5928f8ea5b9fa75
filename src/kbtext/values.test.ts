import { expect, test } from "vitest";
import { dateOf, versionsOf } from "./values.ts";

test.each([
  ["commas part versions", "WINDOWS:1.0,2.0; :3.0", ["WINDOWS:1.0", "2.0", "3.0"]],
  ["blanks part numbers", "3.50 3.51, 4.0a 4.0b", ["3.50", "3.51", "4.0a", "4.0b"]],
  ["blanks part numbers behind a platform", "MS-DOS:6.00 6.00a", ["MS-DOS:6.00", "6.00a"]],
  ["a blank within one version stays", "2.0,2.0 SP1", ["2.0", "2.0 SP1"]],
])("%s", (_, value, versions) => {
  expect(versionsOf(value, false)).toEqual(versions);
});

test.each([
  ["16-AUG-2002", "2002-08-16"],
  [" 1-feb-1999 ", "1999-02-01"],
  ["29-FEB-2000", "2000-02-29"],
  ["29-FEB-1999", undefined],
  ["31-APR-1999", undefined],
  ["0-MAY-1999", undefined],
  ["12-MAI-1999", undefined],
  ["1999-05-12", undefined],
])("%s is %s", (written, day) => {
  expect(dateOf(written)).toBe(day);
});
