import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Edit } from "../site/edits.ts";
import type { Entry } from "../site/entry.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { entriesJson, entryAt, readEntries, storeEntries, type EntryStore } from "./entries.ts";
import { editsSince } from "./entry-edits.ts";
import { folderPlaces, type ContentPlaces } from "./folders.ts";
import { compare, keepKnown, readKnown, type Known } from "./known.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
import { proveScenarios } from "./proofs.ts";
import { isRead, type Scanned } from "./scan.ts";
import type { ScanAnswer } from "./tasks.ts";

/** All articles of a content folder, read and checked. */
export interface Content {
  /** Of every readable article, in the order of the folders: a digest of all the files that its pages read. */
  files: ReadonlyMap<string, string>;
  /** Of all entries: the same as long as the site has the same pages, lists and links. */
  digest: string;
  /** The digest of all entries when the folder was read before; empty where it was not. */
  digestBefore: string;
  /** The articles whose entries are not as they were then; undefined where the folder was not read before. */
  edits(): readonly Edit[] | undefined;
  /** What pages show of each article elsewhere, in the order of the folders. Read when first asked for. */
  entries(): readonly Entry[];
  /** The same as JSON, with commas between. */
  entriesJson(): Uint8Array;
  /** Gives the entries of few articles, by their ids, without reading all. Throws where an article is not there. */
  entryReader(): (id: string) => Entry;
  /** What is wrong with the articles, the unreadable ones included, and with their scenarios: known when all of these are proved. */
  findings: Promise<Finding[]>;
  /** Fulfilled when what was read is kept for the next build. */
  kept: Promise<void>;
  /** Files of the proved scenarios, by article. */
  proofs: Record<string, string>;
  /** Of the articles' folders: see `SeenFolder`. */
  stamps(): Map<string, string>;
  /** How many articles were read, and not only looked at. */
  read: number;
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
  "src/build/folders.ts",
  "src/build/known.ts",
  "src/build/scan-columns.ts",
  "src/build/scan.ts",
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
  /** Told what was read, and by which thread. */
  onRead?: (read: ScanAnswer, thread: number) => void;
  onProgress?: (done: number, total: number) => void;
}

/** Reads the articles that changed since the last time, in the pool's threads, and has the scenarios that did proved there. */
export async function openContent(
  places: ContentPlaces,
  pool: Pool,
  watcher: ContentWatcher = {},
): Promise<Content> {
  const code = readersDigest();
  const known = { file: join(CACHE, "content", `${digestOf(places.content)}.kept`), code };
  const before = readKnown(known);
  const { scanned, byId, fresh, read } = await scanAll({ places, pool, before }, watcher);
  // First of all, for the threads have nothing else to do until pages are rendered.
  const proving = proveScenarios(scanned, { places, code, pool });
  const digest = digestOfEntries(scanned);
  const store = digest === before.digest ? before.entries : stored(scanned, fresh, before);
  const kept = isSame(scanned, before.scanned)
    ? Promise.resolve()
    : keepKnown(known, { digest, scanned, entries: store });
  // Told to who waits for it.
  kept.catch(() => undefined);
  let entries: readonly Entry[] | undefined;
  return {
    ...proving,
    kept,
    digest,
    digestBefore: before.digest,
    edits: () => editsSince(before, byId, fresh),
    entriesJson: () => entriesJson(store),
    entries: () => (entries ??= readEntries(store)),
    entryReader: () => readerOf(scanned, store),
    stamps: () => new Map(scanned.map(({ id, stamp }) => [id, stamp])),
    read,
  };
}

interface Scanning {
  places: ContentPlaces;
  pool: Pool;
  before: Known;
}

interface ScannedAll {
  /** In the order of the folders. */
  scanned: Scanned[];
  byId: ReadonlyMap<string, Scanned>;
  /** Entries of those that were read, as JSON, by article. */
  fresh: ReadonlyMap<string, string>;
  read: number;
}

/** Folders of a reading task: enough for its steps to be worth it, few enough for their texts to stay in the processor's caches. */
const BATCH = 64;

/** Looks at every folder, and has those read that are not as they were. */
async function scanAll(
  { places, pool, before }: Scanning,
  { keeps = false, onRead, onProgress }: ContentWatcher,
): Promise<ScannedAll> {
  const all = await folderPlaces(places);
  const { scanned: byId, changed } = compare(all, before.scanned);
  onProgress?.(all.length - changed.length, all.length);
  const fresh = new Map<string, string>();
  const starts = Array.from({ length: Math.ceil(changed.length / BATCH) }, (_, at) => at * BATCH);
  const queue = starts.values();
  let read = 0;
  const work = async (thread: Thread, number: number) => {
    for (const start of queue) {
      const folders = changed.slice(start, start + BATCH);
      const answer = await thread.ask({ kind: "scan", places, folders, keeps });
      for (const { scanned: found, entry } of answer) {
        byId.set(found.id, found);
        if (entry !== undefined) fresh.set(found.id, entry);
      }
      onRead?.(answer, number);
      read += answer.length;
      onProgress?.(folders.length, all.length);
    }
  };
  await Promise.all(pool.threadsFor(changed.length).map(work));
  return { scanned: all.flatMap(({ id }) => byId.get(id) ?? []), byId, fresh, read };
}

function isSame(scanned: readonly Scanned[], before: readonly Scanned[]): boolean {
  return scanned.length === before.length && scanned.every((now, at) => now === before[at]);
}

function digestOfEntries(scanned: readonly Scanned[]): string {
  return digestOf(scanned.map(({ digests }) => digests?.entry ?? "").join("\n"));
}

/** The entries of all articles: of those that were read, what was read; of the rest, what was known. */
function stored(
  scanned: readonly Scanned[],
  fresh: ReadonlyMap<string, string>,
  before: Known,
): EntryStore {
  const known = numbersOf(before.scanned);
  const entries = scanned.map((one) =>
    isRead(one) ? (fresh.get(one.id) ?? known.get(one.id)) : undefined,
  );
  return storeEntries(entries, before.entries);
}

function readerOf(scanned: readonly Scanned[], store: EntryStore): (id: string) => Entry {
  const numbers = numbersOf(scanned);
  return (id) => entryAt(store, numbers.get(id) ?? -1);
}

function numbersOf(scanned: readonly Scanned[]): Map<string, number> {
  return new Map(scanned.map(({ id }, number) => [id, number]));
}
