import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import { groupOf, isArticleId } from "../article/id.ts";
import type { Entry } from "../site/entry.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { writeWhole } from "./output.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";
import type { Pool } from "./pool.ts";
import type { ContentPlaces, Scanned } from "./scan.ts";

/** All articles of a content folder, read and checked. */
export interface Content {
  places: ContentPlaces;
  /** In the order of the folders. Unreadable articles are left out; `findings` says why. */
  entries: Entry[];
  findings: Finding[];
  /** Files of the proved scenarios, by article. */
  proofs: Record<string, string>;
  /** How many articles were read, and not only looked at. */
  read: number;
}

/** What was read before is kept by content folder, and by the code that read it. */
interface Cache {
  code: string;
  scanned: Scanned[];
}

/** What reading and proving depend on. */
const READERS = ["src/article/**", "src/simulator/**", "src/site/entry.ts", "src/build/scan.ts"];

/** Folders of a scanning task: enough to keep a thread busy, few enough to share them evenly. */
const BATCH = 256;

/**
 * Reads every article that changed since the last time, in the pool's threads. Each thread keeps what it read for the pages that it
 * will render: `onRead` is told which one read which articles.
 */
export async function openContent(
  places: ContentPlaces,
  pool: Pool,
  { onRead, onProgress }: ContentOptions = {},
): Promise<Content> {
  const cacheFile = join(CACHE, "content", `${digestOf(places.content)}.json`);
  const code = await digestFiles(PROJECT_ROOT, READERS);
  const known = new Map((await readCache(cacheFile, code)).map((scanned) => [scanned.id, scanned]));
  const ids = await articleIds(places.content);
  const scanned: (Scanned | undefined)[] = new Array(ids.length);
  let read = 0;
  const starts = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) => index * BATCH);
  await Promise.all(
    pool.threads.map(async (thread, number) => {
      for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
        const batch = ids.slice(start, start + BATCH);
        const folders = batch.map((id) => [id, known.get(id)?.stamp ?? ""] as const);
        const answers = await thread.ask({ kind: "scan", places, folders });
        for (const [index, answer] of answers.entries()) {
          const id = batch[index] ?? "";
          scanned[start + index] = answer === null ? known.get(id) : answer;
          if (answer === null || answer === undefined) continue;
          read++;
          onRead?.(id, number);
        }
        onProgress?.(batch.length, ids.length);
      }
    }),
  );
  const found = scanned.filter((folder) => folder !== undefined);
  if (read > 0 || found.length !== known.size) {
    writeWhole(cacheFile, JSON.stringify({ code, scanned: found } satisfies Cache));
  }
  return { ...(await withProofs(found, { places, code, pool })), places, read };
}

interface ContentOptions {
  onRead?: (id: string, thread: number) => void;
  onProgress?: (done: number, total: number) => void;
}

async function readCache(file: string, code: string): Promise<Scanned[]> {
  if (!existsSync(file)) return [];
  const cache = JSON.parse(await readFile(file, "utf8")) as Cache;
  return cache.code === code ? cache.scanned : [];
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

interface Proving {
  places: ContentPlaces;
  code: string;
  pool: Pool;
}

/** Proves the scenarios whose proofs are not kept, and tells what is wrong with any. */
async function withProofs(
  scanned: readonly Scanned[],
  proving: Proving,
): Promise<Pick<Content, "entries" | "findings" | "proofs">> {
  const digests = new Map(scanned.map(({ id, entry }) => [id, entry?.digests.article ?? ""]));
  const tried = scanned.filter(({ entry, scenario }) => entry && scenario);
  const proofs: Record<string, string> = {};
  const failed = new Map<string, readonly Finding[]>();
  const queue = tried.values();
  const entries = new Map<string, Entry>();
  await Promise.all(
    proving.pool.threads.map(async (thread) => {
      for (const { id, entry, scenario } of queue) {
        if (entry === undefined || scenario === undefined) continue;
        const cites = scenario.cites.filter((cited) => digests.has(cited));
        const parts = [id, ...cites].map((cited) => digests.get(cited) ?? "");
        const digest = digestOf([proving.code, scenario.digest, ...parts].join(" "));
        entries.set(id, { ...entry, digests: { ...entry.digests, scenario: digest } });
        const proofFile = join(CACHE, "proofs", `${id}-${digest}.json`);
        proofs[id] = proofFile;
        if (existsSync(proofFile)) continue;
        const { places } = proving;
        const task = {
          kind: "prove",
          places,
          id,
          scenarioFile: scenario.file,
          cites,
          proofFile,
        } as const;
        failed.set(id, await thread.ask(task));
      }
    }),
  );
  return {
    entries: scanned.flatMap(({ id, entry }) => entries.get(id) ?? entry ?? []),
    findings: scanned.flatMap(({ id, findings }) => [...findings, ...(failed.get(id) ?? [])]),
    proofs,
  };
}
