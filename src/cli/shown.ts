import { relative } from "node:path";
import type { Finding } from "../article/finding.ts";

/** A path as the person at the terminal would write it. */
export function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") || fromHere === "" ? path : fromHere;
}

/** Findings whose files are named as the person at the terminal would write them. */
export function inShownPlaces(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    place: { ...finding.place, file: shown(finding.place.file) },
  }));
}
