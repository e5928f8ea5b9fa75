import { expect, test } from "vitest";
import { openArchive } from "../archive.ts";
import { entryOf } from "../entry.ts";
import { listPages } from "./lists.ts";
import { sitemapPages, type SitemapModel } from "./sitemap.ts";

const entries = Array.from({ length: 450 }, (_, n) => {
  const frontMatter = { id: `Q${100000 + n}`, title: "T", products: ["P"], modified: "2001-02-03" };
  return entryOf({ frontMatter, body: "" });
});
const archive = openArchive(entries);
const lists = [
  { address: "", model: {} },
  { address: "search/", model: {} },
  ...listPages(archive),
];

function partsOf(size?: number) {
  const [, ...parts] = sitemapPages(archive, lists, size);
  return parts.map(({ model }) => (model as SitemapModel).entries);
}

test("names every page once, with the days of the articles", () => {
  const pages = partsOf().flat();
  const addresses = pages.map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toEqual(
    expect.arrayContaining(["", "products/p/", "products/p/3/", "years/2001/2/"]),
  );
  expect(addresses).not.toContain("search/");
  expect(pages).toContainEqual({ address: "kb/100/Q100449/", modified: "2001-02-03" });
});

test("is cut where a file is full", () => {
  const sizes = partsOf(200).map((part) => part.length);
  expect(sizes.slice(0, -1).every((size) => size === 200)).toBe(true);
  expect(sizes.at(-1)).toBeLessThanOrEqual(200);
});
