import fc from "fast-check";
import { expect, test } from "vitest";
import type { FrontMatter } from "../article/schema.ts";
import { openArchive } from "./archive.ts";
import { entryOf, type Entry } from "./entry.ts";
import { FACET_NAMES } from "./facets.ts";
import { articlePages, type ArticleModel } from "./models/article.ts";
import { placesOf } from "./places.ts";

const articles = (fronts: readonly Partial<FrontMatter>[]) =>
  fronts.map((front, number) => {
    const id = `Q${100_000 + number}`;
    const frontMatter = { id, title: id, ...front };
    return { frontMatter, entry: entryOf({ frontMatter, body: "" }) };
  });

const toldOf = (entries: readonly Entry[], entry: Entry) => {
  const [page] = articlePages(openArchive(entries), entry);
  return (page?.model as ArticleModel).places;
};

test("what fields say of lists and what models tell is where the lists are, however they are spelled", () => {
  const name = fc.constantFrom(
    "C",
    "C++",
    "c++",
    "C Plus",
    "c-plus",
    "Cplusplus",
    "See article",
    "kb x",
    "KB-X",
  );
  const names = fc.uniqueArray(name, { maxLength: 4 });
  const front = fc.record({
    products: names,
    keywords: names,
    codes: fc.uniqueArray(fc.constantFrom("0x80004005", "0X80004005", "1000"), { maxLength: 2 }),
    modified: fc.constantFrom("2001-02-03", "1999-12-31"),
    issueType: fc.constantFrom("kbprb", "KBPRB kbbug"),
  });
  fc.assert(
    fc.property(fc.array(front, { minLength: 1, maxLength: 6 }), (fronts) => {
      const all = articles(fronts);
      const entries = all.map(({ entry }) => entry);
      const { facets } = openArchive(entries);
      for (const { frontMatter, entry } of all) {
        const places = placesOf(frontMatter, toldOf(entries, entry));
        for (const facet of FACET_NAMES) {
          for (const text of facets[facet].textsOf(entry)) {
            const value = facets[facet].find(text);
            const place = value && { label: value.label, slug: value.slug };
            expect(places[facet][text]).toEqual(place);
          }
        }
      }
    }),
  );
});

test("a model tells nothing of lists that have the names of their texts", () => {
  const fronts = [{ products: ["C"], keywords: ["kbprint"] }, { products: ["C", "c++"] }];
  const all = articles(fronts).map(({ entry }) => entry);
  expect(all.map((entry) => toldOf(all, entry))).toEqual([{}, {}]);
});

test("a model tells where a list is that shares its folder's name with another", () => {
  const all = articles([{ products: ["C Plus"] }, { products: ["c-plus"] }]).map(
    ({ entry }) => entry,
  );
  expect(all.map((entry) => toldOf(all, entry))).toEqual([
    {},
    { products: { "c-plus": { label: "c-plus", slug: "c-plus-2" } } },
  ]);
});
