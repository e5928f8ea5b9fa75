import type { Finding } from "../article/finding.ts";
import type { SectionKey } from "../article/schema.ts";
import { findingAt } from "./findings.ts";
import { isBlank, isRule, trimBlank, type Line } from "./line.ts";

/** A section of the source: its title as it stands there, and its lines. */
export interface SourceSection {
  /** Empty for text before the first title. */
  title: string;
  /** The key that such a title has in the front matter, if any. */
  key?: SectionKey;
  /** Lines of the title and its underline. */
  heading: Line[];
  lines: Line[];
}

/** Titles that have a key, and how they are misspelt. */
const KEYS: Record<string, SectionKey> = {
  SUMMARY: "summary",
  SYMPTOMS: "symptoms",
  SYMPTOM: "symptoms",
  CAUSE: "cause",
  CAUSES: "cause",
  RESOLUTION: "resolution",
  RESOLUTIONS: "resolution",
  WORKAROUND: "workaround",
  WORKAROUNDS: "workaround",
  STATUS: "status",
};

/**
 * Cuts the text at its titles:
 *
 *     SYMPTOMS
 *     ========
 *
 * Sections without a line of text come without lines, and with a finding.
 */
export function readSections(
  lines: Line[],
  file: string,
): { sections: SourceSection[]; findings: Finding[] } {
  const sections: SourceSection[] = [];
  const findings: Finding[] = [];
  let section: SourceSection = { title: "", heading: [], lines: [] };
  const close = () => {
    const text = trimBlank(section.lines);
    if (text.length > 0 || section.title !== "") sections.push({ ...section, lines: text });
    if (text.length === 0 && section.title !== "") findings.push(emptySection(section, file));
  };
  let rest = 0;
  for (const [at, line] of lines.entries()) {
    if (at < rest) continue;
    const heading = headingAt(lines, at);
    rest = at + (heading?.heading.length ?? 1);
    if (heading === undefined) section.lines.push(line);
    else {
      close();
      section = heading;
    }
  }
  close();
  return { sections, findings };
}

function headingAt(lines: Line[], at: number): SourceSection | undefined {
  return underlined(lines, at) ?? labelled(lines, at);
}

/** A title at column 1 over `=` of just its length. A table's head has gaps, and no title begins with a sign. */
function underlined(lines: Line[], at: number): SourceSection | undefined {
  const line = lines[at];
  const rule = lines[at + 1];
  if (line === undefined || rule?.text.length !== line.text.length || line.indent > 0)
    return undefined;
  if (!isRule(rule, "=")) return undefined;
  if (/ {3}/.test(line.text) || !/[A-Za-z]/.test(line.text)) return undefined;
  return sectionOf(line.text, [line, rule]);
}

/** `Question:` and `Response:` alone on a line, as the Programmer's Library has them. */
function labelled(lines: Line[], at: number): SourceSection | undefined {
  const line = lines[at];
  if (line === undefined || (at > 0 && !isBlank(lines[at - 1]))) return undefined;
  const title = /^((?:Question|Response|Answer|Problem)(?: \d+)?) ?:$/.exec(line.text)?.[1];
  return title === undefined ? undefined : sectionOf(title, [line]);
}

function sectionOf(title: string, heading: Line[]): SourceSection {
  const key = KEYS[title.toUpperCase()];
  return { title, ...(key === undefined ? {} : { key }), heading, lines: [] };
}

function emptySection(section: SourceSection, file: string): Finding {
  const line = section.heading[0] as Line;
  const reason = `Unexpected empty section “${section.title}”, expected text; it is left out`;
  return findingAt(file, line, "empty-section", "info", reason);
}
