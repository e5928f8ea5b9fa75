import { expect, test } from "vitest";
import { entryOf, type Entry } from "../entry.ts";
import { numbered } from "../numbered.ts";
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
  const links = openLinks(numbered(entries));
  expect(ids(links.referrersOf(entries[1]!))).toEqual(["Q9500", "Q10000"]);
  expect(links.referrersOf(entries[0]!)).toEqual([]);
});
