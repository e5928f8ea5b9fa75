import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import { pathOf } from "../src/article/id.ts";
import { buildSearchIndex } from "../src/search/build.ts";
import { openSearcher } from "../src/search/open.ts";
import type { Searcher } from "../src/search/searcher.ts";
import { updateSearchIndex } from "../src/search/update.ts";
import { digestOfIndex } from "./support/search-index.ts";

/** After edits, an updated index answers as one that was made anew. */

const FOLDER = fileURLToPath(new URL(".tmp/search-update", import.meta.url));
const UPDATED = join(FOLDER, "updated");
const CLEAN = join(FOLDER, "clean");
const ARTICLES = 150;
const EDITS = 15;
const idOf = (number: number) => `R${800000 + number}`;

/** Numbers that look like chance and are the same each time. */
let seed = 298836;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((seed / 2 ** 31) * below);
};
const SYLLABLES = [
  "bar",
  "den",
  "fol",
  "gim",
  "hus",
  "kat",
  "lop",
  "mur",
  "nix",
  "pod",
  "rav",
  "tez",
];
/** Low numbers are commoner words. */
const word = (number: number) =>
  `${SYLLABLES[number % 12]}${SYLLABLES[Math.floor(number / 12) % 12]}${SYLLABLES[(number * 7) % 12]}`;
/** Endings make words that are others' beginnings, and words with one stem. */
const ENDINGS = ["", "", "", "s", "ing", "er"];
const someWord = () => `${word(Math.min(random(600), random(600)))}${ENDINGS[random(6)]}`;
const someWords = (count: number) => Array.from({ length: count }, someWord).join(" ");

beforeAll(async () => {
  vi.stubGlobal("fetch", async (path: string) =>
    Promise.resolve(new Response(await readFile(path.replace(/\?.*$/, "")))),
  );
  await rm(FOLDER, { recursive: true, force: true });
  for (let number = 0; number < ARTICLES; number++) await writePage(number);
  await buildSearchIndex({ outDir: UPDATED });
  await buildSearchIndex({ outDir: CLEAN });
  await edit();
  await buildSearchIndex({ outDir: CLEAN });
}, 60_000);

async function writePage(number: number): Promise<void> {
  const html = `<html lang="en"><body><main data-kb-id="${idOf(number)}"><h1>${someWords(5)}</h1><p>${someWords(60 + random(60))}</p></main></body></html>`;
  for (const site of [UPDATED, CLEAN]) {
    const file = join(site, pathOf(idOf(number)), "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, html);
  }
}

/** Changes, adds and removes articles, a few at a time, with an update after each few. */
async function edit(): Promise<void> {
  for (let edits = 0; edits < EDITS; edits += 3) {
    const [changed, removed, added] = [random(ARTICLES), random(ARTICLES), ARTICLES + edits];
    await writePage(changed);
    await writePage(added);
    if (removed !== changed) {
      for (const site of [UPDATED, CLEAN])
        await rm(join(site, pathOf(idOf(removed))), { recursive: true, force: true });
    }
    const ids = [changed, removed, added].map(idOf);
    const updated = await updateSearchIndex({ outDir: UPDATED, changed: ids, mostRecent: 50 });
    expect(updated).toHaveProperty("recent");
  }
}

function open(site: string): Promise<Searcher> {
  const folder = join(site, "pagefind/");
  const core = pathToFileURL(join(folder, "pagefind.js")).href;
  const fetchText = async (path: string) => gunzipSync(await readFile(folder + path)).toString();
  return openSearcher(folder, fetchText, core);
}

async function ask(searcher: Searcher, text: string) {
  const rest = { filters: {}, sort: "relevance", literal: true, limit: 10 } as const;
  const { total, results } = await searcher.ask({ text, counted: true, ...rest });
  return { total, ids: results.map(({ id }) => id) };
}

test("two hundred questions find the same articles in the same order", async () => {
  const [updated, clean] = [await open(UPDATED), await open(CLEAN)];
  const questions = Array.from({ length: 200 }, () => someWords(1 + random(4)));
  for (const text of questions) {
    expect({ text, ...(await ask(updated, text)) }).toEqual({ text, ...(await ask(clean, text)) });
  }
});

test("an update that is done again changes nothing", async () => {
  const state = () => readFile(join(UPDATED, "pagefind/words/changes.gz"));
  const before = await state();
  await updateSearchIndex({ outDir: UPDATED, changed: [idOf(ARTICLES)], mostRecent: 50 });
  expect(await state()).toEqual(before);
});

test("when too much has changed, everything is indexed again, as in a clean build", async () => {
  const pages = [idOf(1), idOf(2)];
  expect(
    await updateSearchIndex({ outDir: UPDATED, changed: pages, mostRecent: 1 }),
  ).toHaveProperty("files");
  expect(await digestOfIndex(UPDATED)).toEqual(await digestOfIndex(CLEAN));
});
