import type { Finding, Place } from "../article/finding.ts";
import type { Line } from "./line.ts";

type Severity = Finding["severity"];

/** The first character of a line, or of a line's text. */
function placeOf(file: string, line: Line | number): Place {
  return typeof line === "number"
    ? { file, line, column: 1 }
    : { file, line: line.number, column: line.indent + 1 };
}

/** A finding at a line, at its first character unless a column (from 1) is given. */
export function findingAt(
  file: string,
  line: Line | number,
  rule: string,
  severity: Severity,
  reason: string,
  column?: number,
): Finding {
  const place = placeOf(file, line);
  return {
    ruleId: `kbtext/${rule}`,
    severity,
    place: { ...place, column: column ?? place.column },
    reason,
  };
}
