import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Entry } from "../site/entry.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { CACHE } from "./places.ts";
import type { Pool } from "./pool.ts";
import type { ContentPlaces, Scanned } from "./scan.ts";

interface Proving {
  places: ContentPlaces;
  /** Digest of the code that proves. */
  code: string;
  pool: Pool;
}

/** Proves the scenarios whose proofs are not kept, in the pool's threads, and tells what is wrong with any. */
export async function proveScenarios(
  scanned: readonly Scanned[],
  proving: Proving,
): Promise<Pick<Content, "entries" | "findings" | "proofs">> {
  const articles = new Map(scanned.map(({ id, entry }) => [id, entry?.digests.article]));
  const proofs: Record<string, string> = {};
  const entries = new Map<string, Entry>();
  const failed = new Map<string, readonly Finding[]>();
  const queue = scanned.values();
  const work = async (thread: Pool["threads"][number]) => {
    for (const { id, entry, scenario } of queue) {
      if (entry === undefined || scenario === undefined) continue;
      const cites = scenario.cites.filter((cited) => articles.get(cited) !== undefined);
      const texts = [id, ...cites].map((cited) => articles.get(cited));
      const digest = digestOf([proving.code, scenario.digest, ...texts].join(" "));
      entries.set(id, { ...entry, digests: { ...entry.digests, scenario: digest } });
      const proofFile = join(CACHE, "proofs", `${id}-${digest}.json`);
      proofs[id] = proofFile;
      if (existsSync(proofFile)) continue;
      const { places } = proving;
      const { file } = scenario;
      failed.set(
        id,
        await thread.ask({ kind: "prove", places, id, scenarioFile: file, cites, proofFile }),
      );
    }
  };
  await Promise.all(proving.pool.threads.map(work));
  return {
    entries: scanned.flatMap(({ id, entry }) => entries.get(id) ?? entry ?? []),
    findings: scanned.flatMap(({ id, findings }) => [...findings, ...(failed.get(id) ?? [])]),
    proofs,
  };
}
