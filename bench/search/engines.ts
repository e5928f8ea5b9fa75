import { copyFile, glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { readPage } from "../../src/search/page.ts";
import { openSearcher } from "../../src/search/open.ts";
import type { Pagefind } from "../../src/search/pagefind.ts";

/** A way to search, as the bench asks it. */
export interface Engine {
  name: string;
  /** Ids of the articles found, the best first, at most ten. */
  ask(question: string): Promise<string[]>;
  /** Bytes fetched so far; undefined where nothing is fetched. */
  bytes?(): number;
}

/** This project's search over an index that `buildSearchIndex` wrote. */
export async function ownEngine(folder: string): Promise<Engine> {
  const { core, bytes } = await filesOf(folder);
  const fetchText = async (path: string): Promise<string> => {
    const response = await fetch(`${folder}/${path}`);
    return gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
  };
  const searcher = await openSearcher(`${folder}/`, fetchText, core);
  const rest = {
    filters: {},
    sort: "relevance",
    counted: false,
    literal: false,
    limit: 10,
  } as const;
  return {
    name: "Reprobase",
    bytes,
    ask: async (text) => (await searcher.ask({ text, ...rest })).results.map(({ id }) => id),
  };
}

/** Pagefind as it comes, over an index that its own command wrote. */
export async function plainEngine(folder: string): Promise<Engine> {
  const { core, bytes } = await filesOf(folder);
  const pagefind = (await import(core)) as Pagefind & {
    options(options: object): Promise<void>;
  };
  await pagefind.options({ basePath: `${folder}/`, noWorker: true });
  return {
    name: "Pagefind",
    bytes,
    async ask(text) {
      const { results } = await pagefind.search(text);
      const fragments = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return fragments.map(({ raw_url }) => idIn(raw_url));
    },
  };
}

/** SQLite FTS5 with its BM25, any of the words, Porter's stems, title weighed five times. */
export async function fts5Engine(site: string): Promise<Engine> {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "CREATE VIRTUAL TABLE page USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')",
  );
  const insert = database.prepare("INSERT INTO page VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for await (const path of glob("kb/*/*/index.html", { cwd: site })) {
    const page = readPage(await readFile(join(site, path)));
    if (page === undefined) continue;
    const values = [...page.products, ...page.keywords, ...page.issueTypes].map(({ text }) => text);
    const body = [page.id, ...values, ...page.otherWords, ...page.blocks.map(({ text }) => text)];
    insert.run(page.id, page.title, body.join("\n"));
  }
  database.exec("COMMIT");
  const select = database.prepare(
    "SELECT id FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 5, 1), id LIMIT 10",
  );
  return {
    name: "SQLite FTS5",
    ask(text) {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const query = words.map((word) => `"${word}"`).join(" OR ");
      const rows = query === "" ? [] : select.all(query);
      return Promise.resolve(rows.map((row) => String(row["id"])));
    },
  };
}

function idIn(url: string): string {
  return /([A-Z]+\d+)\/(?:index\.html)?$/.exec(url)?.[1] ?? "";
}

/**
 * Lets Pagefind's browser core run in Node: its files are read from disk, and counted once each, as a browser's cache would.
 * Gives the core's address.
 */
async function filesOf(folder: string): Promise<{ core: string; bytes: () => number }> {
  const copy = join(folder, "pagefind.mjs");
  await copyFile(join(folder, "pagefind.js"), copy);
  let bytes = (await readFile(copy)).length;
  const seen = new Set<string>();
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const path = String(input instanceof Request ? input.url : input).replace(/\?.*$/, "");
    if (!path.startsWith(folder)) return before(input, init);
    const content = await readFile(path);
    if (!seen.has(path)) bytes += content.length;
    seen.add(path);
    return new Response(content);
  };
  return { core: pathToFileURL(copy).href, bytes: () => bytes };
}
