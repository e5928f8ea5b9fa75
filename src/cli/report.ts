import { styleText } from "node:util";
import { formatPlace, type Finding } from "../article/finding.ts";

/** The forms in which findings are printed. */
export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** All findings in one string: for people, for programs, or as GitHub workflow commands. */
export function formatFindings(findings: readonly Finding[], format: Format): string {
  if (format === "json") return JSON.stringify(findings, null, 2);
  const line = format === "github" ? githubLine : textLines;
  return findings.map(line).join("\n");
}

/** "2 errors, 1 warning". */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (["error", "warning", "info"] as const)
    .map((severity) => ({ severity, count: countOf(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${plural(severity, count)}`);
  return counts.length === 0 ? "no findings" : counts.join(", ");
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

function countOf(findings: readonly Finding[], severity: Finding["severity"]): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function plural(severity: Finding["severity"], count: number): string {
  if (severity === "info") return count === 1 ? "note" : "notes";
  return count === 1 ? severity : `${severity}s`;
}

const COLOURS = { error: "red", warning: "yellow", info: "blue" } as const;

function textLines(finding: Finding): string {
  const head = `${formatPlace(finding.place)}  ${styleText(COLOURS[finding.severity], finding.severity)}  ${finding.reason}  ${styleText("dim", finding.ruleId)}`;
  const details = [
    finding.expected === undefined ? undefined : `expected: ${finding.expected}`,
    finding.actual === undefined ? undefined : `found:    ${finding.actual}`,
    finding.note,
  ];
  return [head, ...details.filter((detail) => detail !== undefined).map((d) => `    ${d}`)].join(
    "\n",
  );
}

/** @see GitHub Actions, workflow commands: `::error file=…,line=…,col=…,title=…::message` */
function githubLine(finding: Finding): string {
  const command = { error: "error", warning: "warning", info: "notice" }[finding.severity];
  const { file, line, column } = finding.place;
  const properties = `file=${property(file)},line=${line},col=${column},title=${property(finding.ruleId)}`;
  const message = [finding.reason, finding.note].filter((part) => part !== undefined).join(" ");
  return `::${command} ${properties}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
