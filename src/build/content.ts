import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import { groupOf, isArticleId, pathOf } from "../article/id.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { writeWhole } from "./output.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
import { proveScenarios } from "./proofs.ts";
import type { Entry } from "../site/entry.ts";
import { findFolder, type ContentPlaces, type FoundFolder, type Scanned } from "./scan.ts";

/** All articles of a content folder, read and checked. */
export interface Content {
  /** In the order of the folders. Unreadable articles are left out; `findings` says why. */
  entries: Entry[];
  findings: Finding[];
  /** Files of the proved scenarios, by article. */
  proofs: Record<string, string>;
  /** Of the articles' folders: see `Scanned`. */
  stamps: ReadonlyMap<string, string>;
  /** How many articles were read, and not only looked at. */
  read: number;
}

/** What was read before is kept by content folder, and by the code that read it. */
interface Cache {
  code: string;
  scanned: Scanned[];
}

/** What reading and proving depend on. */
const READERS = [
  "src/article/**",
  "src/simulator/**",
  "src/site/entry.ts",
  "src/build/scan.ts",
  "src/build/perform.ts",
  "package-lock.json",
];

export interface ContentWatcher {
  /** Told which thread has read an article: it keeps it for the page that it may have to render. */
  onRead?: (id: string, thread: number) => void;
  onProgress?: (done: number, total: number) => void;
}

/** Reads the articles that changed since the last time, in the pool's threads, and proves the scenarios that did. */
export async function openContent(
  places: ContentPlaces,
  pool: Pool,
  watcher: ContentWatcher = {},
): Promise<Content> {
  const cacheFile = join(CACHE, "content", `${digestOf(places.content)}.json`);
  const code = await digestFiles(PROJECT_ROOT, READERS);
  const known = await readCache(cacheFile, code);
  const { scanned, read } = await scanAll({ places, pool, known }, watcher);
  if (read > 0 || scanned.length !== known.size) {
    writeWhole(cacheFile, JSON.stringify({ code, scanned } satisfies Cache));
  }
  const proved = await proveScenarios(scanned, { places, code, pool });
  return { ...proved, stamps: new Map(scanned.map(({ id, stamp }) => [id, stamp])), read };
}

async function readCache(file: string, code: string): Promise<Map<string, Scanned>> {
  if (!existsSync(file)) return new Map();
  const cache = JSON.parse(await readFile(file, "utf8")) as Cache;
  if (cache.code !== code) return new Map();
  return new Map(cache.scanned.map((scanned) => [scanned.id, scanned]));
}

interface Scanning {
  places: ContentPlaces;
  pool: Pool;
  known: ReadonlyMap<string, Scanned>;
}

/** Folders of a reading task: enough to keep a thread busy, few enough to share them evenly. */
const BATCH = 256;

/** Looks at every folder, and has those read that are not as they were. */
async function scanAll(
  { places, pool, known }: Scanning,
  { onRead, onProgress }: ContentWatcher,
): Promise<{ scanned: Scanned[]; read: number }> {
  const folders = await findFolders(places);
  const changed = folders.filter(({ id, stamp }) => stamp === "" || known.get(id)?.stamp !== stamp);
  onProgress?.(folders.length - changed.length, folders.length);
  const fresh = new Map<string, Scanned>();
  const starts = Array.from({ length: Math.ceil(changed.length / BATCH) }, (_, at) => at * BATCH);
  const queue = starts.values();
  const work = async (thread: Thread, number: number) => {
    for (const start of queue) {
      const batch = changed.slice(start, start + BATCH);
      for (const scanned of await thread.ask({ kind: "scan", places, folders: batch })) {
        fresh.set(scanned.id, scanned);
        onRead?.(scanned.id, number);
      }
      onProgress?.(batch.length, folders.length);
    }
  };
  await Promise.all(pool.threadsFor(changed.length).map(work));
  const scanned = folders.flatMap(({ id }) => fresh.get(id) ?? known.get(id) ?? []);
  return { scanned, read: changed.length };
}

async function findFolders(places: ContentPlaces): Promise<FoundFolder[]> {
  const scenarios = new Set(await scenarioFolders(places.projectContent));
  const ids = await articleIds(places.content);
  return ids.flatMap((id) => findFolder(places, id, scenarios.has(id)) ?? []);
}

/** Ids whose folders in the project's own content hold a scenario. */
async function scenarioFolders(content: string): Promise<string[]> {
  const ids = await articleIds(content);
  return ids.filter((id) => existsSync(join(content, pathOf(id), "simulator.yaml")));
}

/** Names of the article folders under `content/kb/`, in the order of their paths. */
async function articleIds(content: string): Promise<string[]> {
  const root = join(content, "kb");
  if (!existsSync(root)) return [];
  const groups = (await readdir(root)).sort();
  const names = await Promise.all(
    groups.map(async (group) => {
      const found = await readdir(join(root, group)).catch(() => []);
      return found.filter((id) => isArticleId(id) && groupOf(id) === group).sort();
    }),
  );
  return names.flat();
}
