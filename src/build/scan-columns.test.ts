import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf, scannedIn } from "./scan-columns.ts";
import type { Scanned } from "./scan.ts";

const finding: Scanned["findings"][number] = {
  severity: "warning",
  ruleId: "article/a-rule",
  reason: "Something, and more, is wrong",
  place: { file: "index.md", line: 1, column: 2 },
};

const digest = fc.constantFrom("A_b-0123456789012345", "Z_b-0123456789012345");

const scanned: fc.Arbitrary<Scanned> = fc.record(
  {
    id: fc.constantFrom("Q1000", "Q1001"),
    folder: fc.constantFrom("", "4096.1.5.2.5.7"),
    names: fc.subarray(["index.md", "source.txt", "simulator.yaml"]),
    stamp: fc.constantFrom("", "1.2.3.4", "1.2.3.4 5.6.7.8 "),
    digests: fc.record(
      { article: digest, entry: digest, source: digest },
      { requiredKeys: ["article", "entry"] },
    ),
    findings: fc.constantFrom([], [finding]),
    scenario: fc.record({
      file: fc.constant("a, b/simulator.yaml"),
      digest,
      cites: fc.subarray(["Q1", "Q2"]),
    }),
  },
  { requiredKeys: ["id", "folder", "names", "stamp", "findings"] },
);

test("what was read of folders is the same, written and read as columns", () => {
  fc.assert(
    fc.property(fc.array(scanned), (all) => {
      expect(scannedIn(columnsOf(all))).toEqual(all);
    }),
  );
});
