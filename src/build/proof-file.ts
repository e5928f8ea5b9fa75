import { readFileSync } from "node:fs";
import type { Finding } from "../article/finding.ts";
import type { Scenario } from "../simulator/types.ts";

/** A proved scenario as it is kept in a file, and what there is to say of it all the same. */
export interface Proof {
  scenario: Scenario;
  findings: readonly Finding[];
}

export function readProof(file: string): Proof {
  return JSON.parse(readFileSync(file, "utf8")) as Proof;
}
