/** Which devices and libraries a compiled scenario uses: what its page has to fetch. */

import { LIBRARIES } from "../devices/index.ts";
import type { Scenario } from "../types.ts";

export function needsOf(scenario: Scenario): string[] {
  const keys = new Set<string>();
  collectCalls(scenario, keys);
  const libraries = Object.entries(LIBRARIES).filter(([, { functions }]) =>
    Object.keys(functions).some((key) => keys.has(key)),
  );
  return [...Object.keys(scenario.sessions?.scripts ?? {}), ...libraries.map(([name]) => name)];
}

/** The functions that expressions anywhere in the scenario call: `["call", key, …]`. */
function collectCalls(part: unknown, into: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if (Array.isArray(part) && part[0] === "call" && typeof part[1] === "string") into.add(part[1]);
  for (const child of Object.values(part)) collectCalls(child, into);
}
