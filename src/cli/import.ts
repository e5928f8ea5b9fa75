import { readFileSync } from "node:fs";
import { EXIT, Misuse, parse, type Command, type ExitCode } from "./command.ts";
import { STDIN } from "./import/discover.ts";
import { disk, type Disk } from "./import/disk.ts";
import { progress } from "./progress.ts";
import { findingsOf, summary, writeReport } from "./import/report.ts";
import { runImport } from "./import/run.ts";
import { formatFindings, hasErrors } from "./report.ts";

const usage = `Usage: kb import PATH… [--content DIR] [--dry-run] [--force] [--keep-source] [--report FILE.json]

Turns KB text (files, folders, or - for standard input) into article folders.

  --content DIR        where articles go, as DIR/kb/298/Q298836/index.md (default: content)
  --dry-run            say what would be done, write nothing
  --force              replace articles that were edited by hand
  --keep-source        keep each source beside its article, as source.txt
  --report FILE.json   write what became of each file, its findings, and each block's kind and lines`;

export const command: Command = {
  summary: "KB text files, folders or standard input into article folders",
  usage,
  run,
};

/** Findings printed in full; a report has them all. */
const PRINTED = 100;

async function run(args: string[]): Promise<ExitCode> {
  const { values, positionals } = parse(args, {
    content: { type: "string", default: "content" },
    "dry-run": { type: "boolean", default: false },
    force: { type: "boolean", default: false },
    "keep-source": { type: "boolean", default: false },
    report: { type: "string" },
  });
  if (positionals.length === 0) throw new Misuse("Expected at least one PATH.");
  const dryRun = values["dry-run"];
  const outcome = await runImport({
    paths: positionals,
    content: values.content,
    dryRun,
    force: values.force,
    keepSource: values["keep-source"],
    blocks: values.report !== undefined,
    disk: withStdin(positionals),
    progress: (label, total) => progress(label, total, process.stderr),
  });
  printFindings(outcome);
  console.log(summary(outcome, dryRun));
  const reported = values.report === undefined || (await report(outcome, values.report));
  const failed = hasErrors(findingsOf(outcome));
  return failed || !reported ? EXIT.contentErrors : EXIT.done;
}

/** A disk on which `-` is standard input, read once. */
function withStdin(paths: string[]): Disk {
  if (!paths.includes(STDIN)) return disk;
  const bytes = readFileSync(0);
  return { ...disk, read: (path) => (path === STDIN ? bytes : disk.read(path)) };
}

/** Errors and warnings in full, the rest as a count. */
function printFindings(outcome: Parameters<typeof findingsOf>[0]): void {
  const findings = findingsOf(outcome);
  const serious = findings.filter((finding) => finding.severity !== "info");
  if (serious.length > 0) console.error(formatFindings(serious.slice(0, PRINTED), "text"));
  const rest = findings.length - Math.min(serious.length, PRINTED);
  if (rest > 0) console.error(`… and ${rest} more findings; --report FILE.json lists them all.`);
}

async function report(outcome: Parameters<typeof writeReport>[0], file: string): Promise<boolean> {
  try {
    await writeReport(outcome, file);
    return true;
  } catch (error) {
    console.error(
      `${file}:1:1 error import/cannot-write Cannot write the report: ${(error as Error).message}`,
    );
    return false;
  }
}
