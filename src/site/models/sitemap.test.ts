import { expect, test } from "vitest";
import { openFacets } from "./facets.ts";
import { sitemapParts } from "./sitemap.ts";
import type { Entry } from "./store.ts";

const entries: Entry[] = Array.from({ length: 450 }, (_, n) => ({
  id: `Q${100000 + n}`,
  title: "T",
  products: ["P"],
  keywords: [],
  issueTypes: [],
  hasSimulator: false,
  modified: "2001-02-03",
}));

test("names every page once, with the days of the articles", () => {
  const pages = sitemapParts(entries, openFacets(entries)).flat();
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining(["", "products/p/", "products/p/3/", "years/2001/2/"]),
  );
  expect(pages).toContainEqual({ path: "kb/100/Q100449/", modified: "2001-02-03" });
});

test("is cut where a file is full", () => {
  const sizes = sitemapParts(entries, openFacets(entries), 200).map((part) => part.length);
  expect(sizes.slice(0, -1).every((size) => size === 200)).toBe(true);
  expect(sizes.at(-1)).toBeLessThanOrEqual(200);
});
