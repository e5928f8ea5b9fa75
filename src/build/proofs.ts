import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../article/finding.ts";
import type { Content } from "./content.ts";
import { digestOf } from "./digest.ts";
import { CACHE } from "./places.ts";
import type { Pool, Thread } from "./pool.ts";
import { readProof } from "./proof-file.ts";
import type { ContentPlaces } from "./folders.ts";
import type { Scanned } from "./scan.ts";

interface Proving {
  places: ContentPlaces;
  /** Digest of the code that proves. */
  code: string;
  pool: Pool;
}

/** Has the scenarios whose proofs are not kept proved in the pool's threads, and tells what is wrong with any. */
export function proveScenarios(
  scanned: readonly Scanned[],
  proving: Proving,
): Pick<Content, "files" | "findings" | "proofs"> {
  const trials = trialsOf(scanned, proving.code);
  const proved = prove(trials, proving);
  return {
    files: filesOf(scanned, new Map(trials.map(({ id, digest }) => [id, digest]))),
    findings: proved.then((told) =>
      scanned.flatMap(({ id, findings }) => [...findings, ...(told.get(id) ?? [])]),
    ),
    proofs: Object.fromEntries(trials.map(({ id, proofFile }) => [id, proofFile])),
  };
}

/** Digests of all that an article's pages read, by article: its file, the text that it was imported from, its scenario as it was proved. */
function filesOf(
  scanned: readonly Scanned[],
  scenarios: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const { id, digests } of scanned) {
    if (digests === undefined) continue;
    const { article, source } = digests;
    const scenario = scenarios.get(id);
    const isAlone = source === undefined && scenario === undefined;
    files.set(id, isAlone ? article : `${article} ${source ?? ""} ${scenario ?? ""}`);
  }
  return files;
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
  const tried = scanned.filter(({ digests, scenario }) => digests && scenario);
  const named = new Set(tried.flatMap(({ id, scenario }) => [id, ...(scenario?.cites ?? [])]));
  const read = scanned.filter(({ id }) => named.has(id));
  const articles = new Map(read.map(({ id, digests }) => [id, digests?.article]));
  return tried.flatMap(({ id, scenario }) => {
    if (scenario === undefined) return [];
    const cites = scenario.cites.filter((cited) => articles.get(cited) !== undefined);
    const texts = [id, ...cites].map((cited) => articles.get(cited));
    const digest = digestOf([code, scenario.digest, ...texts].join(" "));
    const proofFile = join(CACHE, "proofs", `${id}-${digest}.json`);
    return [{ id, scenarioFile: scenario.file, cites, digest, proofFile }];
  });
}

/** Asks for all proofs that are not kept, and then waits; gives what there is to say of each scenario. */
async function prove(
  trials: readonly Trial[],
  { places, pool }: Proving,
): Promise<Map<string, readonly Finding[]>> {
  const open = trials.filter(({ proofFile }) => !existsSync(proofFile));
  const threads = pool.threadsFor(open.length * ARTICLES);
  const asked = open.map(({ id, scenarioFile, cites, proofFile }, index) => {
    const task = { kind: "prove", places, id, scenarioFile, cites, proofFile } as const;
    return (threads[index % threads.length] as Thread).ask(task);
  });
  const answers = await Promise.all(asked);
  const told = new Map(open.map(({ id }, index) => [id, answers[index] ?? []]));
  for (const { id, proofFile } of trials) {
    if (!told.has(id)) told.set(id, readProof(proofFile).findings);
  }
  return told;
}

/** A proof takes about as long as so many articles take to be read. */
const ARTICLES = 30;
