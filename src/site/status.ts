import { sentencesOf } from "../article/plain.ts";
import { wordOf } from "../config.ts";
import type { Article } from "../article/schema.ts";
import type { Section } from "../article/sections.ts";
import { longDate } from "./dates.ts";
import { piecesIn } from "./prose.ts";
import { codesIn } from "./entry.ts";

/** One part of the status in words: "no fix for 5.5", and the id of the line that says so. */
export interface StatusPart {
  text: string;
  target: string;
}

export interface Status {
  parts: readonly StatusPart[];
  /** Sentences that parts lead to, with the ids that they get in the text. */
  anchors: readonly (readonly [sentence: string, id: string])[];
}

/** Ids of the fields and sentences that the status leads to. */
export const STATUS_IDS = {
  issueType: "issue-type",
  solutionType: "solution-type",
  modified: "modified",
  fixedIn: "fixed-in",
} as const;

/** The article's status. Each part is there only where a field or a sentence of the article supports it. */
export function statusOf(article: Article, sections: readonly Section[]): Status {
  const { issueType, solutionType, versions, modified } = article.frontMatter;
  const fix = fixedIn(sections);
  const parts = [
    ...codesIn(issueType).map((code) => part(wordOf(code), STATUS_IDS.issueType)),
    ...codesIn(solutionType).map((code) =>
      part(solution(code, versions ?? []), STATUS_IDS.solutionType),
    ),
    part(fix?.text, STATUS_IDS.fixedIn),
    part(modified && `last modified ${longDate(modified)}`, STATUS_IDS.modified),
  ].filter((found) => found !== undefined);
  const anchors = fix === undefined ? [] : [[fix.sentence, STATUS_IDS.fixedIn] as const];
  return { parts, anchors };
}

function part(text: string | undefined, target: string): StatusPart | undefined {
  return text === undefined || text === "" ? undefined : { text, target };
}

/** "no fix for 5.5", "fixed"; a code without a word says nothing to a reader. */
function solution(code: string, versions: readonly string[]): string | undefined {
  const word = wordOf(code)?.toLowerCase();
  if (word === undefined || code.toLowerCase() !== "kbnofix") return word;
  const bases = baseVersions(versions);
  return bases.length === 0 || bases.length > 2 ? word : `${word} for ${bases.join(" and ")}`;
}

/** `5.5`, `5.5 SP1`, `5.5 SP2` are all 5.5: versions that only add to another of the list are left out. */
export function baseVersions(versions: readonly string[]): string[] {
  return versions.filter(
    (version) => !versions.some((other) => other !== version && version.startsWith(`${other} `)),
  );
}

/**
 * What was fixed where. The product's name ends with the sentence or where a clause begins, but not at a comma or a
 * bracket inside it: `Example Server 4.0, Terminal Edition`, `Example Server (ES) 2.0`, `U.S. Service Pack 2`.
 */
const FIX =
  /\b(resolved|corrected|fixed) (?:in|with|by) ((?:the )?(?:[A-Z0-9]|release|version|service pack).*?)(?=[.;:,]?$|(?<!\bU\.S)\.\s|[;:]\s|,\s(?![A-Z0-9]|versions?\b|(?:or|and) (?:[A-Z0-9]|higher|later))| \((?![\w.-]{1,12}\))| which\b| that\b| by\b| and (?:is|was|has)\b)/;
const NOT_FIXED =
  /\b(?:not|never|will be|to be|may be|should be|if)\b[^.]*\b(?:resolved|corrected|fixed)\b/i;

/** A status line is a line: what is longer is a list of products, and stays in the text. */
const LONGEST = 120;

/** Where a fix came, in the article's words: "resolved in Exchange 2000", and the sentence that says so. */
function fixedIn(sections: readonly Section[]): { text: string; sentence: string } | undefined {
  for (const key of ["workaround", "resolution", "status"]) {
    const section = sections.find((candidate) => candidate.key === key);
    for (const sentence of section === undefined ? [] : sentencesIn(section)) {
      const match = NOT_FIXED.test(sentence) ? null : FIX.exec(sentence);
      const [text = "", , product = ""] = match ?? [];
      if (product !== "" && text.length <= LONGEST) return { text, sentence };
    }
  }
  return undefined;
}

/** Those that may tell of a fix; most texts have none, and need not be taken apart. */
function sentencesIn(section: Section): string[] {
  if (!/\b(?:resolved|corrected|fixed)\b/.test(section.markdown)) return [];
  return piecesIn(section)
    .filter(({ kind }) => kind === "paragraph" || kind === "item")
    .flatMap(({ text }) => sentencesOf(text));
}
