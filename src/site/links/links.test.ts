import { expect, test } from "vitest";
import { entryOf, type Entry } from "../entry.ts";
import { openLinks } from "./index.ts";

const article = (id: string, title: string, text = "", keywords: string[] = []): Entry =>
  entryOf({ frontMatter: { id, title, keywords }, body: text });
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

test("an article's referrers are those whose texts mention it, by number", () => {
  const entries = [
    article("Q10000", "A", "See Q9000 and Q9000."),
    article("Q9000", "B", "See Q9000."),
    article("Q9500", "C", "See Q9000."),
  ];
  const links = openLinks(entries);
  expect(ids(links.referrersOf(entries[1]!))).toEqual(["Q9500", "Q10000"]);
  expect(links.referrersOf(entries[0]!)).toEqual([]);
});

test("what few articles have in common makes them related, the nearest first", () => {
  const others = Array.from({ length: 300 }, (_, n) => article(`Q${5000 + n}`, "Of other things"));
  const entries = [
    article("Q1000", "Spooler stops after quota is reached", "See Q7777."),
    article("Q1001", "Spooler quota", "See Q7777."),
    article("Q1002", "Quota of a spooler"),
    article("Q1003", "Nothing alike"),
  ];
  const links = openLinks([...entries, ...others]);
  expect(ids(links.relatedTo(entries[0]!, 5))).toEqual(["Q1001", "Q1002"]);
  expect(links.relatedTo(entries[0]!, 0)).toEqual([]);
  expect(links.relatedTo(entries[3]!, 5)).toEqual([]);
});

test("in a small archive, words and keywords relate nothing", () => {
  const entries = [
    article("Q1000", "Mouse and driver", "", ["ENDUSER"]),
    article("Q1001", "Driver of a mouse", "", ["ENDUSER"]),
    article("Q1002", "Driver", "See Q1000."),
  ];
  const links = openLinks(entries);
  expect(ids(links.relatedTo(entries[0]!, 5))).toEqual(["Q1002"]);
});

test("what many articles have in common says nothing", () => {
  const many = Array.from({ length: 257 }, (_, n) =>
    article(`Q${2000 + n}`, "Spooler stops", "", ["kbprint"]),
  );
  expect(openLinks(many).relatedTo(many[0]!, 5)).toEqual([]);
});

test("an edit changes the lists of articles that share something with the edited one, and no others", () => {
  const entries = Array.from({ length: 400 }, (_, n) =>
    article(`Q${3000 + n}`, `Word${n % 90}x and word${n % 77}y`, `See Q${3000 + ((n * 7) % 400)}.`),
  );
  const edited = entries.with(100, article("Q3100", "Word1x", "See Q3001."));
  const [before, after] = [openLinks(entries), openLinks(edited)];
  const changed = entries.filter(
    (entry, n) =>
      n !== 100 && ids(before.relatedTo(entry, 5)).join() !== ids(after.relatedTo(entry, 5)).join(),
  );
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(20);
});
