import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Finding } from "../../article/finding.ts";
import type { Outcome } from "./run.ts";
import type { Status } from "./task.ts";

const COUNTED: [Status, string][] = [
  ["imported", "imported"],
  ["updated", "updated"],
  ["unchanged", "unchanged"],
  ["kept", "kept, edited by hand"],
  ["duplicate", "duplicate"],
  ["conflict", "conflict"],
  ["failed", "failed"],
];

/** `12 imported, 3 unchanged, 1 failed; 4 with findings.` */
export function summary(outcome: Outcome, dryRun: boolean): string {
  const counts = COUNTED.flatMap(([status, words]) => {
    const count = outcome.results.filter((result) => result.status === status).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const noted = outcome.results.filter((result) => result.findings.length > 0).length;
  const made = counts.length === 0 ? "Nothing to import" : counts.join(", ");
  return `${made}; ${noted} with findings.${dryRun ? " Nothing was written (dry run)." : ""}`;
}

/** All findings, in the order of the files. */
export function findingsOf(outcome: Outcome): Finding[] {
  return [...outcome.findings, ...outcome.results.flatMap((result) => result.findings)];
}

/** The report as JSON: counts, then one line a source file, written bit by bit. Throws where it cannot be written. */
export async function writeReport(outcome: Outcome, file: string): Promise<void> {
  const stream = createWriteStream(file);
  const failed = once(stream, "error").then(([error]) => Promise.reject(error as Error));
  const finished = (async () => {
    stream.write(`{"findings":${JSON.stringify(outcome.findings)},\n"files":[`);
    for (const [index, result] of outcome.results.entries()) {
      const text = `${index === 0 ? "" : ","}\n${JSON.stringify(result)}`;
      if (!stream.write(text)) await once(stream, "drain");
    }
    stream.end("\n]}\n");
    await once(stream, "close");
  })();
  await Promise.race([finished, failed]);
}
