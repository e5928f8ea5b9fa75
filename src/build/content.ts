import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Entry } from "../site/entry.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { findFolders, type ContentPlaces } from "./folders.ts";
import { keep, readKept, type Kept } from "./kept.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
import { proveScenarios } from "./proofs.ts";
import type { Scanned } from "./scan.ts";

/** All articles of a content folder, read and checked. */
export interface Content {
  /** Of every readable article, in the order of the folders: a digest of all the files that its pages read. */
  files: ReadonlyMap<string, string>;
  /** Of all entries: the same as long as the site has the same pages, lists and links. */
  digest: string;
  /** What pages show of each article elsewhere, in the order of the folders. Read when first asked for. */
  entries(): readonly Entry[];
  /** What is wrong with the articles, the unreadable ones included. */
  findings: Finding[];
  /** Files of the proved scenarios, by article. */
  proofs: Record<string, string>;
  /** Of the articles' folders: see `SeenFolder`. */
  stamps: ReadonlyMap<string, string>;
  /** How many articles were read, and not only looked at. */
  read: number;
}

/** What reading and proving depend on. */
const READERS = [
  "src/article/",
  "src/simulator/",
  "src/site/entry.ts",
  "src/site/links/common-words.ts",
  "src/site/links/telling-words.ts",
  "src/build/folders.ts",
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
  const file = join(CACHE, "content", `${digestOf(places.content)}.kept`);
  const code = digestFiles(PROJECT_ROOT, READERS);
  const before = knownBefore(file, code);
  const { scanned, fresh, read } = await scanAll({ places, pool, before }, watcher);
  const digest = digestOfEntries(scanned);
  const entries = digest === before.digest ? before.entries : joined(scanned, fresh, before);
  if (!isSame(scanned, before.scanned)) {
    keep<Head>(file, { head: { code, digest, scanned }, tail: entries });
  }
  const { findings, proofs, files } = await proveScenarios(scanned, { places, code, pool });
  const stamps = new Map(scanned.map(({ id, stamp }) => [id, stamp]));
  return { files, digest, entries: entriesIn(entries), findings, proofs, stamps, read };
}

/** What was read before is kept by content folder. The entries, which most edits of a text leave as they are, stand behind the rest. */
interface Head {
  /** Of the code that read it. */
  code: string;
  digest: string;
  scanned: readonly Scanned[];
}

interface Before {
  digest: string;
  scanned: readonly Scanned[];
  /** Each as JSON, with `BETWEEN` between two. */
  entries: Buffer;
}

function knownBefore(file: string, code: string): Before {
  const { head, tail }: Partial<Kept<Head>> = readKept<Head>(file) ?? {};
  if (head?.code !== code) return { digest: "", scanned: [], entries: Buffer.of() };
  return { ...head, entries: tail ?? Buffer.of() };
}

const BETWEEN = ",\n";

interface Scanning {
  places: ContentPlaces;
  pool: Pool;
  before: Before;
}

interface ScannedAll {
  /** In the order of the folders. */
  scanned: Scanned[];
  /** Entries of those that were read, as JSON, by article. */
  fresh: ReadonlyMap<string, string>;
  read: number;
}

/** Folders of a reading task: enough to keep a thread busy, few enough to share them evenly. */
const BATCH = 256;

/** Looks at every folder, and has those read that are not as they were. */
async function scanAll(
  { places, pool, before }: Scanning,
  { onRead, onProgress }: ContentWatcher,
): Promise<ScannedAll> {
  const known = new Map(before.scanned.map((scanned) => [scanned.id, scanned]));
  const folders = await findFolders(places, known);
  const changed = folders.filter(({ id, stamp }) => stamp === "" || known.get(id)?.stamp !== stamp);
  onProgress?.(folders.length - changed.length, folders.length);
  const fresh = new Map<string, string>();
  const starts = Array.from({ length: Math.ceil(changed.length / BATCH) }, (_, at) => at * BATCH);
  const queue = starts.values();
  const work = async (thread: Thread, number: number) => {
    for (const start of queue) {
      const batch = changed.slice(start, start + BATCH);
      for (const { scanned, entry } of await thread.ask({ kind: "scan", places, folders: batch })) {
        known.set(scanned.id, scanned);
        if (entry !== undefined) fresh.set(scanned.id, entry);
        onRead?.(scanned.id, number);
      }
      onProgress?.(batch.length, folders.length);
    }
  };
  await Promise.all(pool.threadsFor(changed.length).map(work));
  const scanned = folders.flatMap(({ id, folder }) => {
    const found = known.get(id);
    return found === undefined || found.folder === folder ? (found ?? []) : { ...found, folder };
  });
  return { scanned, fresh, read: changed.length };
}

function isSame(scanned: readonly Scanned[], before: readonly Scanned[]): boolean {
  return scanned.length === before.length && scanned.every((now, at) => now === before[at]);
}

function digestOfEntries(scanned: readonly Scanned[]): string {
  return digestOf(scanned.map(({ digests }) => digests?.entry ?? "").join("\n"));
}

/** The entries of all articles: of those that were read, what was read; of the rest, what was known. */
function joined(
  scanned: readonly Scanned[],
  fresh: ReadonlyMap<string, string>,
  before: Before,
): Buffer {
  const isRead = ({ digests }: Scanned) => digests !== undefined;
  const lines = before.entries.toString().split(BETWEEN);
  const known = new Map(before.scanned.filter(isRead).map(({ id }, line) => [id, lines[line]]));
  const texts = scanned.filter(isRead).map(({ id }) => fresh.get(id) ?? known.get(id));
  return Buffer.from(texts.join(BETWEEN));
}

function entriesIn(texts: Buffer): () => readonly Entry[] {
  let entries: readonly Entry[] | undefined;
  return () => (entries ??= JSON.parse(`[${texts.toString()}]`) as readonly Entry[]);
}
