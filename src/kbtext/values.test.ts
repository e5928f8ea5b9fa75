import { expect, test } from "vitest";
import { versionsOf } from "./values.ts";

test.each([
  ["commas part versions", "WINDOWS:1.0,2.0; :3.0", ["WINDOWS:1.0", "2.0", "3.0"]],
  ["blanks part numbers", "3.50 3.51, 4.0a 4.0b", ["3.50", "3.51", "4.0a", "4.0b"]],
  ["blanks part numbers behind a platform", "MS-DOS:6.00 6.00a", ["MS-DOS:6.00", "6.00a"]],
  ["a blank within one version stays", "2.0,2.0 SP1", ["2.0", "2.0 SP1"]],
])("%s", (_, value, versions) => {
  expect(versionsOf(value, false)).toEqual(versions);
});
