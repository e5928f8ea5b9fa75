import { sentencesOf } from "../../article/plain.ts";
import type { Section } from "../../article/sections.ts";
import { acts } from "./acts.ts";
import { withoutAsides } from "./asides.ts";
import { momentsOf } from "./moments.ts";
import { piecesOf } from "./pieces.ts";
import type { Moment, Place, Remedy } from "./replay.ts";

/** The article's workarounds and resolutions that give something to do. */
export function remediesOf(sections: readonly Section[]): Remedy[] {
  const status = sections.find(({ key }) => key === "status");
  return sections
    .filter(({ key }) => /^(?:workarounds?|resolutions?|solutions?)\d*$/.test(key))
    .map((section) => {
      const pieces = withoutAsides(piecesOf(section));
      return { section: placeOf(section), moments: momentsOf(pieces, section).filter(isWhole) };
    })
    .filter(({ moments }) => moments.some(({ text }) => acts(text)))
    .map(({ section, moments }) => ({
      section,
      moments: [...moments, ...(status === undefined ? [] : correction(moments, status))],
    }));
}

function placeOf({ key, heading }: Section): Place {
  return { key, heading };
}

/** Not the announcement of something that is not shown here. */
function isWhole({ text, shown }: Moment, index: number, all: readonly Moment[]): boolean {
  const next = all[index + 1];
  return !text.endsWith(":") || shown.length > 0 || next !== undefined;
}

/** `This problem was first corrected in Windows 2000 Service Pack 1.` */
const FIXED =
  /\b(?:was|been|is|were) (?:first |since )?(?:corrected|fixed|resolved|addressed|eliminated)(?: first)? (?:in|with|by)\b/i;
const MAY_BE_FIXED = /corrected|fixed|resolved|addressed|eliminated/i;
const NOT_FIXED =
  /\b(?:not|never|will be|to be|may be|should be|if)\b[^.]*\b(?:corrected|fixed|resolved)\b/i;

/** `To resolve this problem, obtain the latest service pack for Windows 2000.` */
const GETS_FIX =
  /\b(?:obtain|install|apply|download|upgrade|contact|get)\b.*\b(?:service (?:pack|release)|hotfix|fix|update|patch|version|\d\.\d)/i;

/** A remedy that is a newer version ends with all that the status says of what came with the correction. */
function correction(moments: readonly Moment[], status: Section): Moment[] {
  if (!MAY_BE_FIXED.test(status.markdown)) return [];
  const isFix = moments.some(({ text }) => GETS_FIX.test(text));
  if (!isFix || moments.some(({ text }) => FIXED.test(text))) return [];
  return piecesOf(status)
    .flatMap(({ kind, text }) => (kind === "say" ? sentencesOf(text) : []))
    .filter((sentence) => FIXED.test(sentence) && !NOT_FIXED.test(sentence))
    .map((text) => ({ section: placeOf(status), text, shown: [] }));
}
