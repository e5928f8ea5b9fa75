import { expect, test } from "vitest";
import type { FrontMatter } from "../../article/schema.ts";
import { entryOf, type Entry } from "../entry.ts";
import { numbered } from "../numbered.ts";
import { openLinks } from "./index.ts";

const article = (id: string, title: string, front: Partial<FrontMatter> = {}, body = ""): Entry =>
  entryOf(
    { frontMatter: { id, title, ...front }, body },
    { hasSimulator: false, hasSource: false },
  );

/** Words count only where few of an archive's articles have them. */
const OTHERS = Array.from({ length: 600 }, (_, n) => article(`Q${50_000 + n}`, "Of other things"));

function relatedTo(id: string, entries: readonly Entry[], others = OTHERS): string[] {
  const archive = [...entries, ...others];
  const entry = archive.find((each) => each.id === id);
  if (entry === undefined) throw new Error(`no ${id}`);
  return openLinks(numbered(archive))
    .relatedTo(entry, 5)
    .map((other) => other.id);
}

test("articles that have rare things in common are related, the nearest first", () => {
  const entries = [
    article("Q1000", "Spooler stops beyond quota", { symptoms: "Parity is lost." }),
    article("Q1001", "Spooler and quota"),
    article("Q1002", "Quota of a spooler", { cause: "No parity." }),
    article("Q1003", "Nothing alike"),
  ];
  expect(relatedTo("Q1000", entries)).toEqual(["Q1002", "Q1001"]);
  expect(relatedTo("Q1003", entries)).toEqual([]);
});

test("as many are given as are asked for", () => {
  const entries = [1, 2, 3].map((n) => article(`Q100${n}`, "Spooler quota parity"));
  const links = openLinks(numbered([...entries, ...OTHERS]));
  expect([0, 1, 2].map((count) => links.relatedTo(entries[0]!, count).length)).toEqual([0, 1, 2]);
});

test("events, codes, files and references to the same article count as words do", () => {
  const event = { source: "Spooler", id: "2101" };
  const shared: Partial<FrontMatter> = {
    events: [event],
    codes: ["0x80040154"],
    files: [{ name: "Winspool.drv" }],
  };
  const entries = [
    article("Q1000", "First", shared, "See Q1002."),
    article("Q1001", "Second", shared, "See Q1002."),
    article("Q1002", "Third"),
  ];
  expect(relatedTo("Q1000", entries)).toEqual(["Q1001"]);
});

test("one thing in common is not enough", () => {
  const entries = [article("Q1000", "A spooler"), article("Q1001", "The spooler")];
  expect(relatedTo("Q1000", entries)).toEqual([]);
});

test("what the page links already, in its text or as a referrer, is not given again", () => {
  const title = "Spooler quota parity";
  const entries = [
    article("Q1000", title, {}, "See Q1001."),
    article("Q1001", title),
    article("Q1002", title, {}, "See Q1000."),
    article("Q1003", title),
  ];
  expect(relatedTo("Q1000", entries)).toEqual(["Q1003"]);
});

test("what looks like an id of an article that is not here is no reference", () => {
  const printers = (id: string) => article(id, "It", {}, "An HP P2200, C1001, X400 or TI850.");
  expect(relatedTo("Q1000", [printers("Q1000"), printers("Q1001")])).toEqual([]);
});

test("what a list of thirty articles and more refers to says nothing about it", () => {
  const list = (id: string, length: number) => {
    const ids = Array.from({ length }, (_, n) => `Q${50_000 + n}`);
    return article(id, "It", {}, ids.join(" "));
  };
  expect(relatedTo("Q1000", [list("Q1000", 29), list("Q1001", 29)])).toEqual(["Q1001"]);
  expect(relatedTo("Q1000", [list("Q1000", 30), list("Q1001", 30)])).toEqual([]);
});

test("keywords count, those that name versions do not", () => {
  const both = (keywords: string[]) =>
    ["Q1000", "Q1001"].map((id) => article(id, "A spooler", { keywords }));
  expect(relatedTo("Q1000", both(["kbprint", "kbspool"]))).toEqual(["Q1001"]);
  expect(relatedTo("Q1000", both(["kbVC500bug", "kbVC600bug", "kbVC700bug"]))).toEqual([]);
});

test("articles about the same product are nearer, those about different ones less near", () => {
  const title = "Spooler quota parity";
  const entries = [
    article("Q1000", title, { products: ["Print Server"] }),
    article("Q1001", title, { products: ["Mail Server"] }),
    article("Q1002", title),
    article("Q1003", title, { products: ["Mail Server", "Print Server"] }),
  ];
  expect(relatedTo("Q1000", entries)).toEqual(["Q1003", "Q1002", "Q1001"]);
});

test("of articles equally near, those come first whose numbers are nearest", () => {
  const entries = [1000, 1900, 2000, 2050, 2300].map((n) =>
    article(`Q${n}`, "Spooler quota parity"),
  );
  expect(relatedTo("Q2000", entries)).toEqual(["Q2050", "Q1900", "Q2300", "Q1000"]);
});

test("in a small archive, words and keywords relate nothing", () => {
  const entries = [article("Q1000", "Mouse driver"), article("Q1001", "Driver of a mouse")];
  expect(relatedTo("Q1000", entries, [])).toEqual([]);
});

test("what many articles have in common says nothing", () => {
  const many = Array.from({ length: 257 }, (_, n) =>
    article(`Q${2000 + n}`, "Spooler quota parity paper printer port queue cable tray ink"),
  );
  const others = Array.from({ length: 26_000 }, (_, n) => ({
    ...OTHERS[0]!,
    id: `Q${100_000 + n}`,
  }));
  expect(relatedTo("Q2000", many, others)).toEqual([]);
  expect(relatedTo("Q2000", many.slice(1).with(0, many[0]!), others)).toHaveLength(5);
});

test("an edit changes the lists of articles that share something with the edited one, and few others", () => {
  const entries = Array.from({ length: 900 }, (_, n) =>
    article(`Q${3000 + n}`, `Word${n % 190}x word${n % 190}y word${n % 177}z`),
  );
  const edited = entries.with(100, article("Q3100", "Word1x word1y word2z"));
  const [before, after] = [openLinks(numbered(entries)), openLinks(numbered(edited))];
  const ids = (links: typeof before, entry: Entry) =>
    links.relatedTo(entry, 5).map(({ id }) => id).join(); // prettier-ignore
  const changed = entries.filter(
    (entry, n) => n !== 100 && ids(before, entry) !== ids(after, entry),
  );
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(20);
});
