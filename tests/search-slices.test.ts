import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pathOf } from "../src/article/id.ts";
import { buildSearchIndex } from "../src/search/build.ts";
import { openSearcher } from "../src/search/open.ts";
import { type Answer, type Searcher } from "../src/search/searcher.ts";
import { digestOfIndex } from "./support/search-index.ts";
import { serveStatic, type StaticHost } from "./support/site.ts";

/** An archive indexed in three slices is the same as one indexed in one. */

const SITE = fileURLToPath(new URL(".tmp/search-slices", import.meta.url));
const IDS = Array.from({ length: 12 }, (_, index) => `R80000${index + 10}`);
const RARE = ["ecqueryrows", "spooler", "mailbox", "telnet"];

let host: StaticHost;
let searcher: Searcher;

beforeAll(async () => {
  await rm(SITE, { recursive: true, force: true });
  for (const [index, id] of IDS.entries()) await writePage(id, RARE[index] ?? "printer", index);
  await buildSearchIndex({ outDir: SITE, pagesPerSlice: 5 });
  host = await serveStatic(SITE);
  searcher = await open(`${host.url}pagefind/`);
});
afterAll(() => host.close());

async function writePage(id: string, word: string, index: number): Promise<void> {
  const folder = join(SITE, pathOf(id));
  await mkdir(folder, { recursive: true });
  const html = `<html lang="en"><body><main data-kb-id="${id}"><h1>Article ${index}</h1><p>Of the archive: ${word}.</p>
<div data-field="product"><span data-value="P${index % 2}">P${index % 2}</span></div></main></body></html>`;
  await writeFile(join(folder, "index.html"), html);
}

async function open(folder: string): Promise<Searcher> {
  const fetchText = async (path: string): Promise<string> => {
    const response = await fetch(folder + path);
    return gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
  };
  return openSearcher(folder, fetchText, pathToFileURL(join(SITE, "pagefind/pagefind.js")).href);
}

function ask(text: string): Promise<Answer> {
  const rest = { filters: {}, sort: "relevance", literal: false, limit: 20 } as const;
  return searcher.ask({ text, counted: true, ...rest });
}

test("the index has the bytes of one that was made in one slice, ", async () => {
  const sliced = await digestOfIndex(SITE);
  await buildSearchIndex({ outDir: SITE });
  expect(await digestOfIndex(SITE)).toEqual(sliced);
});

test.each(RARE.map((word, index) => [word, IDS[index]]))(
  "%s, which one page has, is found there and nothing like it elsewhere",
  async (word, id) => {
    expect((await ask(String(word))).results.map((result) => result.id)).toEqual([id]);
  },
);

test("a word of all slices finds all pages, once each", async () => {
  const { total, results } = await ask("archive");
  expect(total).toBe(12);
  expect(results.map(({ id }) => id).sort()).toEqual(IDS);
});

test("a number finds its article in whichever slice", async () => {
  for (const id of IDS) expect((await ask(id)).results[0]?.id).toBe(id);
});

test("values are counted over all slices", async () => {
  expect((await ask("archive")).counts?.product).toEqual([
    ["P0", 6],
    ["P1", 6],
  ]);
});
