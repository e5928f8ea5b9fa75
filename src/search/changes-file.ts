import { gzipSync } from "node:zlib";
import type { IndexChanges } from "./changes.ts";

/** Written beside an index when it is complete, and replaced whole when what changed since is indexed. */
export function changesFile(changes: IndexChanges): Uint8Array {
  return gzipSync(JSON.stringify(changes), { level: 9 });
}
