import type { Finding } from "../article/finding.ts";
import type { Line } from "./line.ts";

/** A finding at a line, at its first character unless a column (from 1) is given. */
export function findingAt(
  file: string,
  line: Line | number,
  ruleId: string,
  severity: Finding["severity"],
  reason: string,
  column?: number,
): Finding {
  const number = typeof line === "number" ? line : line.number;
  const first = typeof line === "number" ? 1 : line.indent + 1;
  return {
    ruleId: `kbtext/${ruleId}`,
    severity,
    place: { file, line: number, column: column ?? first },
    reason,
  };
}
