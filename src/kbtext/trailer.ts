import type { Finding } from "../article/finding.ts";
import { findingAt } from "./findings.ts";
import { isBlank, isRule, trimBlank, type Line } from "./line.ts";

/** The fields at the end of an article, as they stand there. */
export interface Trailer {
  queryWords: string;
  keywords: string;
  components: string;
  technology: string;
  versions: string;
  hardware: string;
  issueType: string;
  solutionType: string;
}

export interface TrailerResult {
  trailer?: Trailer;
  /** The lines before the trailer. */
  before: Line[];
  /** Text in or after the trailer that is no field of it and no legal notice. */
  stray: Line[];
  findings: Finding[];
}

const FIELDS: Record<string, keyof Trailer> = {
  keywords: "keywords",
  component: "components",
  technology: "technology",
  version: "versions",
  hardware: "hardware",
  "issue type": "issueType",
  "solution type": "solutionType",
};

/**
 * The trailer:
 *
 *     Additional query words: one two
 *
 *     ======================================================================
 *     Keywords          : kbone kbtwo
 *     Technology        : kbThree
 *     Version           : WINDOWS:1.0,2.0
 *     Issue type        : kbprb
 *
 *     =============================================================================
 *
 *     THE INFORMATION PROVIDED IN …
 */
export function readTrailer(lines: Line[], file: string): TrailerResult {
  const rule = lines.findLastIndex(
    (line, at) => isRule(line, "=", 40) && fieldOf(lines[at + 1]) !== undefined,
  );
  if (rule < 0) {
    const { kept, findings } = withoutLegalNotice(lines, file);
    return { before: kept, stray: [], findings };
  }
  const { values, next } = readFields(lines, rule + 1);
  const { kept, findings } = withoutLegalNotice(trimBlank(lines.slice(next)), file);
  const query = queryWordsStart(lines, rule);
  values.queryWords = lines
    .slice(query, rule)
    .map((line) => line.text.trim())
    .join(" ")
    .replace(QUERY_WORDS, "");
  return { trailer: values, before: lines.slice(0, query), stray: kept, findings };
}

function fieldOf(line: Line | undefined): [keyof Trailer, string] | undefined {
  const match = /^([A-Z][A-Za-z ]{3,14}?) *:(.*)$/.exec(line?.text ?? "");
  const field = FIELDS[match?.[1]?.toLowerCase() ?? ""];
  return field === undefined ? undefined : [field, match?.[2] ?? ""];
}

/** The labelled lines from `start` on, with what is wrapped; they end at a blank line or a rule. */
function readFields(lines: Line[], start: number): { values: Trailer; next: number } {
  const values: Trailer = {
    queryWords: "",
    keywords: "",
    components: "",
    technology: "",
    versions: "",
    hardware: "",
    issueType: "",
    solutionType: "",
  };
  let field: keyof Trailer = "keywords";
  let at = start;
  for (; at < lines.length && !isBlank(lines[at]) && !isRule(lines[at], "=", 40); at++) {
    const line = lines[at];
    const named = fieldOf(line);
    if (named !== undefined) field = named[0];
    const value = named === undefined ? line?.text : named[1];
    values[field] = `${values[field]} ${value?.trim() ?? ""}`.trim();
  }
  while (at < lines.length && (isBlank(lines[at]) || isRule(lines[at], "=", 40))) at++;
  return { values, next: at };
}

const QUERY_WORDS = /^Additional query words: */i;

/** Where the query words begin: the label, and no blank line between it and those before the rule. */
function queryWordsStart(lines: Line[], rule: number): number {
  let end = rule;
  while (end > 0 && isBlank(lines[end - 1])) end--;
  for (let at = end - 1; at >= 0 && !isBlank(lines[at]); at--) {
    if (QUERY_WORDS.test(lines[at]?.text ?? "")) return at;
  }
  return rule;
}

/**
 * Drops the legal notice at the end, which is the same in every article and recorded once for the site. It runs from
 * its first words to the copyright line; other text stays.
 */
function withoutLegalNotice(lines: Line[], file: string): { kept: Line[]; findings: Finding[] } {
  const start = lines.findLastIndex((line) => LEGAL_START.test(line.text));
  const kept = start < 0 ? lines : [...lines.slice(0, start), ...afterNotice(lines.slice(start))];
  const body = trimBlank(kept.filter((line) => !LEGAL_END.test(line.text)));
  const first = start < 0 ? undefined : trimBlank(afterNotice(lines.slice(start)))[0];
  const findings =
    first === undefined || LEGAL_END.test(first.text)
      ? []
      : [
          findingAt(
            file,
            first,
            "after-notice",
            "warning",
            "Unexpected text after the legal notice, expected the end; it is kept in the body",
          ),
        ];
  return { kept: body, findings };
}

const LEGAL_START = /^THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE/;
const LEGAL_END = /^Copyright Microsoft Corporation \d{4}\.?$/;

/** What follows the notice's paragraph in capitals. */
function afterNotice(lines: Line[]): Line[] {
  const end = lines.findIndex((line) => isBlank(line));
  return end < 0 ? [] : lines.slice(end);
}
