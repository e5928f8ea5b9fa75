import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { readProof } from "./folder-files.ts";
import { CACHE } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
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
  const trials = trialsOf(scanned, proving.code);
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  const told = await prove(trials, proving);
  return {
    entries: scanned.flatMap(({ id, entry }) => {
      const trial = byId.get(id);
      if (entry === undefined || trial === undefined) return entry ?? [];
      return { ...entry, digests: { ...entry.digests, scenario: trial.digest } };
    }),
    findings: scanned.flatMap(({ id, findings }) => [...findings, ...(told.get(id) ?? [])]),
    proofs: Object.fromEntries(trials.map(({ id, proofFile }) => [id, proofFile])),
  };
}

/** A scenario that a page needs proved. */
interface Trial {
  id: string;
  scenarioFile: string;
  /** Articles that it cites and that are there. */
  cites: readonly string[];
  /** Of all that the proof depends on. */
  digest: string;
  /** Where the proved scenario is kept. */
  proofFile: string;
}

function trialsOf(scanned: readonly Scanned[], code: string): Trial[] {
  const articles = new Map(scanned.map(({ id, entry }) => [id, entry?.digests.article]));
  return scanned.flatMap(({ id, entry, scenario }) => {
    if (entry === undefined || scenario === undefined) return [];
    const cites = scenario.cites.filter((cited) => articles.get(cited) !== undefined);
    const texts = [id, ...cites].map((cited) => articles.get(cited));
    const digest = digestOf([code, scenario.digest, ...texts].join(" "));
    const proofFile = join(CACHE, "proofs", `${id}-${digest}.json`);
    return [{ id, scenarioFile: scenario.file, cites, digest, proofFile }];
  });
}

/** Proves what is not proved yet; gives what there is to say of each scenario. */
async function prove(
  trials: readonly Trial[],
  { places, pool }: Proving,
): Promise<Map<string, readonly Finding[]>> {
  const known = new Set(trials.filter(({ proofFile }) => existsSync(proofFile)));
  const open = trials.filter((trial) => !known.has(trial));
  const findings = new Map<string, readonly Finding[]>();
  for (const { id, proofFile } of known) findings.set(id, readProof(proofFile).findings);
  const queue = open.values();
  const work = async (thread: Thread) => {
    for (const { id, scenarioFile, cites, proofFile } of queue) {
      const task = { kind: "prove", places, id, scenarioFile, cites, proofFile } as const;
      findings.set(id, await thread.ask(task));
    }
  };
  await Promise.all(pool.threadsFor(open.length * ARTICLES).map(work));
  return findings;
}

/** A proof takes about as long as so many articles take to be read. */
const ARTICLES = 30;
