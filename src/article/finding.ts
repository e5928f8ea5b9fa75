/** What is told to the person who wrote the input: one thing, at one place, with what to do about it. */
export interface Finding {
  /** Permanent name of the rule, `room/what-is-wrong`, e.g. `kbtext/missing-header`; explained in `docs/findings.md`. */
  ruleId: string;
  /** `error`: the input cannot be used as it is. `warning`: it can, but look. `info`: said for the record. */
  severity: "error" | "warning" | "info";
  place: Place;
  /** One sentence: what was found. "Unexpected X, expected Y" where both are known. */
  reason: string;
  expected?: string;
  actual?: string;
  /** What to do. */
  note?: string;
}

/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** `file:line:column`, the form that terminals and editors make clickable. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}
