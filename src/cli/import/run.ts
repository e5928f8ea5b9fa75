import { availableParallelism } from "node:os";
import type { Finding } from "../../article/finding.ts";
import { discover, STDIN } from "./discover.ts";
import { disk as realDisk, type Disk } from "./disk.ts";
import { work, type Answer, type Job } from "./job.ts";
import { inlinePool, threadPool, type Pool } from "./pool.ts";
import type { Progress } from "../progress.ts";
import type { Identity, Options, Result } from "./task.ts";

export interface Run extends Options {
  paths: string[];
  /** Threads; 0 does the work in this one. By default as many as the machine has cores, for work that is worth it. */
  workers?: number;
  disk?: Disk;
  progress?: (label: string, total: number) => Progress;
}

export interface Outcome {
  /** One a source file, in the order of the paths. */
  results: Result[];
  /** What concerns no source file: a path that is not there. */
  findings: Finding[];
}

/** Files in one job: enough to make its message worth sending, few enough to keep all threads busy to the end. */
const BATCH = 64;

/** Imports all sources below the paths. The outcome does not depend on the number of threads. */
export async function runImport(run: Run): Promise<Outcome> {
  const { files, findings } = discover(run.paths);
  const pool = poolFor(files, run);
  try {
    const identities = await identifyAll(files, pool, run);
    const results = await importAll(groups(files, identities), pool, run);
    return { results: inOrder(files, identities, results), findings };
  } finally {
    await pool.close();
  }
}

function poolFor(files: string[], run: Run): Pool {
  const size = run.workers ?? (files.length > 4 * BATCH ? availableParallelism() : 0);
  if (size > 0 && !files.includes(STDIN)) return threadPool(size);
  const disk = run.disk ?? realDisk;
  return inlinePool((job) => work(job, disk));
}

async function identifyAll(files: string[], pool: Pool, run: Run): Promise<Identity[]> {
  const jobs = batches(files, BATCH * 4).map((batch): Job => ({ kind: "identify", files: batch }));
  const answers = await told("Reading", files.length, run, (onDone) => pool.run(jobs, onDone));
  return answers.flatMap((answer) => (answer.kind === "identify" ? answer.identities : []));
}

async function importAll(sources: string[][], pool: Pool, run: Run): Promise<Result[]> {
  const { content, dryRun, force, keepSource, blocks } = run;
  const options: Options = { content, dryRun, force, keepSource, blocks };
  const jobs = batches(sources, BATCH).map((batch): Job => ({
    kind: "import",
    groups: batch,
    options,
  }));
  const answers = await told("Importing", sources.flat().length, run, (onDone) =>
    pool.run(jobs, onDone),
  );
  return answers.flatMap((answer) => (answer.kind === "import" ? answer.results : []));
}

async function told(
  label: string,
  total: number,
  run: Run,
  start: (onDone: (answer: Answer) => void) => Promise<Answer[]>,
): Promise<Answer[]> {
  const progress = run.progress?.(label, total);
  const answers = await start((answer) => progress?.advance(countOf(answer)));
  progress?.finish();
  return answers;
}

function countOf(answer: Answer): number {
  return answer.kind === "identify" ? answer.identities.length : answer.results.length;
}

function batches<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let at = 0; at < items.length; at += size) result.push(items.slice(at, at + size));
  return result;
}

/** The sources of each id, the one to be trusted most first. A file without an id is a group of its own. */
function groups(files: string[], identities: Identity[]): string[][] {
  const byId = new Map<string, { file: string; rank: number }[]>();
  for (const [index, file] of files.entries()) {
    const identity = identities[index];
    if (identity === undefined || "finding" in identity) continue;
    const key = identity.id === "" ? `\0${index}` : identity.id;
    const group = byId.get(key);
    const entry = { file, rank: identity.rank };
    if (group === undefined) byId.set(key, [entry]);
    else group.push(entry);
  }
  return [...byId.values()].map((group) =>
    group.toSorted((a, b) => a.rank - b.rank).map(({ file }) => file),
  );
}

/** Results in the order of the files, with those that could not even be read. */
function inOrder(files: string[], identities: Identity[], results: Result[]): Result[] {
  const byFile = new Map(results.map((result) => [result.file, result]));
  return files.flatMap((file, index) => {
    const identity = identities[index];
    if (identity !== undefined && "finding" in identity) {
      return [{ file, status: "failed" as const, findings: [identity.finding] }];
    }
    const result = byFile.get(file);
    return result === undefined ? [] : [result];
  });
}
