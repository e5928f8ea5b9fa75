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
import type { ScannedFolders } from "./scanned-folders.ts";

interface Proving {
  places: ContentPlaces;
  /** Digest of the code that proves. */
  code: string;
  pool: Pool;
}

/** Has the scenarios whose proofs are not kept proved in the pool's threads, and tells what is wrong with any. */
export function proveScenarios(
  folders: ScannedFolders,
  proving: Proving,
): Pick<Content, "files" | "filesOf" | "findings" | "proofs"> {
  const trials = trialsOf(folders, proving.code);
  const proved = prove(trials, proving);
  const scenarios = new Map(trials.map(({ id, digest }) => [id, digest]));
  const filesIn = (scanned: Scanned) => digestOfFiles(scanned, scenarios.get(scanned.id));
  const filesOf = (id: string) => {
    const scanned = folders.get(id);
    return scanned === undefined ? "" : filesIn(scanned);
  };
  return {
    files: () => new Map(folders.all().map((scanned) => [scanned.id, filesIn(scanned)])),
    filesOf,
    findings: proved.then((told) =>
      folders.special().flatMap(({ id, findings }) => [...findings, ...(told.get(id) ?? [])]),
    ),
    proofs: Object.fromEntries(trials.map(({ id, proofFile }) => [id, proofFile])),
  };
}

/** A digest of all that an article's pages read: its file, the text that it was imported from, its scenario as it was proved. Empty where it could not be read. */
function digestOfFiles({ digests }: Scanned, scenario: string | undefined): string {
  if (digests === undefined) return "";
  const { article, source } = digests;
  const isAlone = source === undefined && scenario === undefined;
  return isAlone ? article : `${article} ${source ?? ""} ${scenario ?? ""}`;
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

function trialsOf(folders: ScannedFolders, code: string): Trial[] {
  const textOf = (id: string) => folders.get(id)?.digests?.article;
  return folders.special().flatMap(({ id, digests, scenario }) => {
    if (digests === undefined || scenario === undefined) return [];
    const cites = scenario.cites.filter((cited) => textOf(cited) !== undefined);
    const texts = [id, ...cites].map(textOf);
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
