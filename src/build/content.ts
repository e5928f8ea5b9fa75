import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Edit } from "../site/edits.ts";
import type { Entry } from "../site/entry.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { editsSince } from "./entry-edits.ts";
import { readEntry, readEntryList } from "./entry-json.ts";
import { lookAtFolders } from "./folder-changes.ts";
import { folderPlaces, type ContentPlaces } from "./folders.ts";
import {
  differencesIn,
  keepKnown,
  knownAfter,
  knownFirst,
  readKnown,
  type Known,
  type KnownPlace,
} from "./known.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
import { proveScenarios } from "./proofs.ts";
import type { ScanAnswer } from "./scan-answers.ts";
import type { Anew } from "./scanned-folders.ts";

/** All articles of a content folder, read and checked. */
export interface Content {
  /** How many could be read. */
  articles: number;
  /** Of each of these: a digest of all the files that its pages read. */
  files(): ReadonlyMap<string, string>;
  /** The same of one article; empty where it could not be read. */
  filesOf: (id: string) => string;
  /** Those whose files may not be what they were when the folder was read before. */
  changed(): ReadonlySet<string>;
  /** Names what is known of all folders, and what was known when the folder was read before; empty where it was not. */
  state: string;
  stateBefore: string;
  /** Of all entries: the same as long as the site has the same pages, lists and links. */
  digest: string;
  /** The digest of all entries when the folder was read before; empty where it was not. */
  digestBefore: string;
  /** The articles whose entries are not as they were then; undefined where the folder was not read before. */
  edits(): readonly Edit[] | undefined;
  /** What pages show of each article elsewhere, in the order of the folders. Read when first asked for. */
  entries(): readonly Entry[];
  /** The same as JSON: see `readEntryList`. */
  entriesJson(): Buffer;
  /** One article's entry, read without all others. Throws where it has none. */
  entryOf: (id: string) => Entry;
  /** What is wrong with the articles, the unreadable ones included, and with their scenarios: known when all of these are proved. */
  findings: Promise<Finding[]>;
  /** Files of the proved scenarios, by article. */
  proofs: Record<string, string>;
  /** Of the articles' folders: see `SeenFolder`. */
  stamps(): Map<string, string>;
  /** How many articles were read, and not only looked at. */
  read: number;
  /** To be called when nothing of it is asked for any more. Fulfilled when what was read is kept for the next build. */
  close(): Promise<void>;
}

/** What reading and proving depend on. */
const READERS = [
  "src/article/",
  "src/simulator/",
  "src/site/article-content.ts",
  "src/site/entry.ts",
  "src/site/links/common-words.ts",
  "src/site/links/telling-words.ts",
  "src/site/links/word-weights.ts",
  "src/build/entries.ts",
  "src/build/entry-json.ts",
  "src/build/file-parts.ts",
  "src/build/folder-changes.ts",
  "src/build/folders.ts",
  "src/build/known.ts",
  "src/build/rows.ts",
  "src/build/scan-answers.ts",
  "src/build/scan-rows.ts",
  "src/build/scan.ts",
  "src/build/scanned-folders.ts",
  "src/build/sorted-rows.ts",
  "src/build/perform.ts",
  "package-lock.json",
];

let readers: string | undefined;

/** Of the code that reads and proves, as it was when this process began: what is edited since is not what it runs. */
export function readersDigest(): string {
  return (readers ??= digestFiles(PROJECT_ROOT, READERS));
}

export interface ContentWatcher {
  /** Whether a thread keeps what it reads, for the pages that it may have to render. */
  keeps?: boolean;
  /** Told what was read of which folders, and by which thread. */
  onRead?: (read: ScanAnswer & { ids: readonly string[] }, thread: number) => void;
  onProgress?: (done: number, total: number) => void;
}

/** Reads the articles that changed since the last time, in the pool's threads, and has the scenarios that did proved there. */
export async function openContent(
  places: ContentPlaces,
  pool: Pool,
  watcher: ContentWatcher = {},
): Promise<Content> {
  const code = readersDigest();
  const known = { file: join(CACHE, "content", `${digestOf(places.content)}.known`), code };
  const before = readKnown(known);
  try {
    return await readChanged({ places, pool, before }, known, watcher);
  } catch (error) {
    before.entries.close();
    throw error;
  }
}

async function readChanged(
  scanning: Scanning,
  known: KnownPlace,
  watcher: ContentWatcher,
): Promise<Content> {
  const { before } = scanning;
  const { seen, answers } = await scanAll(scanning, watcher);
  const differences = before.state === "" ? undefined : differencesIn(answers, seen);
  const now = differences ? knownAfter(before, differences) : knownFirst(answers);
  const { folders } = now;
  // First of all, for the threads have nothing else to do until pages are rendered.
  const proving = proveScenarios(folders, { ...scanning, code: known.code });
  const kept = now === before ? Promise.resolve() : keepKnown(known, now);
  // Told to who waits for it.
  kept.catch(() => undefined);
  const entriesJson = once(() => now.entries.json(folders.extents()));
  return {
    ...proving,
    state: now.state,
    stateBefore: before.state,
    changed: once(() => {
      const ids = differences?.anew.keys() ?? folders.seen().map(({ id }) => id);
      return new Set([...ids, ...Object.keys(proving.proofs)]);
    }),
    digest: now.digest,
    digestBefore: before.digest,
    articles: folders.notes.articles,
    edits: () => differences && editsSince(before, differences),
    entriesJson,
    entries: once(() => readEntryList(entriesJson())),
    entryOf: (id) => entryOf(id, now),
    stamps: () => new Map(folders.seen().map(({ id, stamp }) => [id, stamp])),
    read: answers.reduce((sum, { count }) => sum + count, 0),
    close: () => kept.finally(() => before.entries.close()),
  };
}

interface Scanning {
  places: ContentPlaces;
  pool: Pool;
  before: Known;
}

interface ScannedAll {
  /** What is known anew of folders that were not read. */
  seen: Anew;
  /** What was read, in the order of the folders. */
  answers: readonly ScanAnswer[];
}

/** Folders of a reading task: enough for its steps to be worth it, few enough for their texts to stay in the processor's caches. */
const BATCH = 64;

/** Looks at every folder, and has those read that are not as they were. */
async function scanAll(
  { places, pool, before }: Scanning,
  { keeps = false, onRead, onProgress }: ContentWatcher,
): Promise<ScannedAll> {
  const all = await folderPlaces(places);
  const { anew: seen, changed } = lookAtFolders(all, before.folders);
  onProgress?.(all.length - changed.length, all.length);
  const answers: ScanAnswer[] = [];
  const queue = Array.from({ length: Math.ceil(changed.length / BATCH) }).keys();
  const work = async (thread: Thread, number: number) => {
    for (const batch of queue) {
      const folders = changed.slice(batch * BATCH, (batch + 1) * BATCH);
      const answer = await thread.ask({ kind: "scan", places, folders, keeps });
      answers[batch] = answer;
      onRead?.({ ...answer, ids: folders.map(({ id }) => id) }, number);
      onProgress?.(folders.length, all.length);
    }
  };
  await Promise.all(pool.threadsFor(changed.length).map(work));
  return { seen, answers };
}

function entryOf(id: string, { folders, entries }: Known): Entry {
  const extent = folders.get(id)?.extent;
  if (extent === undefined) throw new Error(`there is no article ${id}`);
  return readEntry(entries.jsonAt(extent));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
