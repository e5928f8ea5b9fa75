import type { Disk } from "./disk.ts";
import { identifyFile, importSources, type Identity, type Options, type Result } from "./task.ts";

/** Work for one thread: some files to identify, or the sources of some ids to import. */
export type Job =
  { kind: "identify"; files: string[] } | { kind: "import"; groups: string[][]; options: Options };

export type Answer =
  { kind: "identify"; identities: Identity[] } | { kind: "import"; results: Result[] };

export function work(job: Job, disk: Disk): Answer {
  return job.kind === "identify"
    ? { kind: "identify", identities: job.files.map((file) => identifyFile(file, disk)) }
    : {
        kind: "import",
        results: job.groups.flatMap((group) => importSources(group, job.options, disk)),
      };
}
