import fc from "fast-check";
import { expect, test } from "vitest";
import { openArchive, withEdited } from "./archive.ts";
import { entryOf } from "./entry.ts";
import { planSite } from "./plan.ts";

const IDS = ["Q1001", "Q1002", "Q1003", "Q2001"];

/** Few values, so that some edits leave an article in its lists and others do not. */
const front = fc.record({
  title: fc.constantFrom("A spooler stops", "A spooler starts", "Nothing"),
  products: fc.subarray(["P", "Q"]),
  modified: fc.constantFrom("1999-01-01", "2001-01-01"),
  references: fc.subarray(IDS),
});
type Front = typeof front extends fc.Arbitrary<infer T> ? T : never;

function entry(id: string, front: Front) {
  const body = `The spooler and ${front.references.join(" and ")} of the queue.`;
  return entryOf({ frontMatter: { id, ...front }, body });
}

const fronts = fc.tuple(front, front, front, front);
const edits = fc.array(fc.tuple(fc.nat(IDS.length - 1), front), { maxLength: 4 });

test("an archive after edits plans the pages that it would if it were opened anew", () => {
  fc.assert(
    fc.property(fronts, edits, (first, then) => {
      const given: Front[] = [...first];
      const entries = () => given.map((front, at) => entry(IDS[at] ?? "", front));
      let archive = openArchive(entries());
      for (const [at, front] of then) {
        const id = IDS[at] ?? "";
        given[at] = front;
        const before = archive.entryOf(id);
        if (before !== undefined) archive = withEdited(archive, before, entry(id, front));
      }
      expect([...planSite(archive)]).toEqual([...planSite(openArchive(entries()))]);
    }),
  );
});
