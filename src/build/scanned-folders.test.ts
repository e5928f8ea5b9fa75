import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePaths } from "../article/id.ts";
import { ScannedFolders } from "./scanned-folders.ts";
import type { Scanned } from "./scan.ts";
import { SortedRows } from "./sorted-rows.ts";

const finding: Scanned["findings"][number] = {
  severity: "warning",
  ruleId: "article/a-rule",
  reason: "Something, and more, is wrong",
  place: { file: "index.md", line: 1, column: 2 },
};

const IDS = ["Q5", "Q999", "Q1000", "Q1001", "Q10000", "Q200000", "KB1000"];
const digest = fc.constantFrom("A_b-0123456789012345", "Z_b-0123456789012345");

const known: fc.Arbitrary<Omit<Scanned, "id">> = fc.record(
  {
    folder: fc.constantFrom("", "4096.1.5.2.5.7"),
    names: fc.subarray(["index.md", "source.txt", "simulator.yaml"]),
    stamp: fc.constantFrom("", "1.2.3.4", "1.2.3.4 5.6.7.8 "),
    digests: fc.record(
      { article: digest, entry: digest, source: digest },
      { requiredKeys: ["article", "entry"] },
    ),
    extent: fc.constantFrom([0, 30] as const, [1_000, 5] as const),
    findings: fc.constantFrom([], [finding]),
    scenario: fc.record({
      file: fc.constant("a, b/simulator.yaml"),
      digest,
      cites: fc.subarray(["Q1", "Q2"]),
    }),
  },
  { requiredKeys: ["folder", "names", "stamp", "findings"] },
);

const folders = fc
  .dictionary(fc.constantFrom(...IDS), known)
  .map((byId) => Object.entries(byId).map(([id, rest]): Scanned => ({ id, ...rest })));

/** What is known anew: of some folders, that they are gone. */
const changes = fc.dictionary(fc.constantFrom(...IDS), fc.option(known, { nil: undefined }));

const inOrder = (all: Iterable<Scanned>) => [...all].sort((a, b) => comparePaths(a.id, b.id));

test("what was read of folders is the same when it was kept", () => {
  fc.assert(
    fc.property(folders, (all) => {
      const { table, notes } = ScannedFolders.of(all);
      const kept = new SortedRows(comparePaths, Buffer.concat(table.parts()));
      const read = new ScannedFolders(kept, notes);
      expect(read.all()).toEqual(inOrder(all));
      expect(all.map(({ id }) => read.get(id))).toEqual(all);
      expect(read.extents()).toEqual(
        inOrder(all).flatMap(({ extent }) => (extent ? [extent] : [])),
      );
    }),
  );
});

test("folders known anew take the place of what was known, in the order of their paths", () => {
  fc.assert(
    fc.property(folders, changes, (all, changes) => {
      const before = ScannedFolders.of(all);
      const byId = new Map(all.map((one) => [one.id, one]));
      const anew = new Map(Object.entries(changes).map(([id, now]) => [id, now && { id, ...now }]));
      for (const [id, now] of anew) {
        if (now === undefined) byId.delete(id);
        else byId.set(id, now);
      }
      const folders = before.updated(anew);
      const expected = inOrder(byId.values());
      expect(folders.all()).toEqual(expected);
      expect(folders.special()).toEqual(
        expected.filter(({ findings, scenario }) => findings.length > 0 || scenario),
      );
      expect(IDS.map((id) => folders.get(id))).toEqual(IDS.map((id) => byId.get(id)));
      expect(folders.notes.articles).toBe(expected.filter(({ digests }) => digests).length);
      const used = expected.reduce((sum, { extent }) => sum + (extent?.[1] ?? 0), 0);
      expect(folders.notes.used).toBe(used);
    }),
  );
});
