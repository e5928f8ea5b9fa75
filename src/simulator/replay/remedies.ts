import { sentencesOf } from "../../article/plain.ts";
import type { Section } from "../../article/sections.ts";
import { acts } from "./acts.ts";
import { isLabel, momentsOf } from "./moments.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import type { Moment, Place, Remedy } from "./replay.ts";

/** Sentences that every article could have: where to read on, how to reach support. What they announce goes with them. */
const ASIDE =
  /^(?:For (?:additional|more|further|a complete|complete|information)\b|For .{0,80}\b(?:see|query|click)\b|(?:Please )?(?:See|see) the following article|Microsoft provides (?:programming|third-party)|(?:If you have )?limited programming|In special cases|NOTE: In special cases|The (?:[\w.]+ ){0,6}?version of this (?:fix|hotfix)|(?:Normal|The usual) support costs|Component: |This article assumes that you|Microsoft support professionals can|The (?:following )?third-party|.{0,80}\bquery on the following|(?:NOTE: )?(?:Due to|Because of) file dependencies)/;

/** A reference to another article as an item of its own. */
const REFERENCE = /^(?:ARTICLE-ID|TITLE)\b|^Q\d{4,6}\b/;

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

function withoutAsides(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let skipping = false;
  for (const piece of pieces) {
    if (skipping && isReference(piece)) continue;
    if (piece.kind === "block" || piece.kind === "table") {
      kept.push(piece);
      continue;
    }
    if (skipping && goesOn(piece)) continue;
    skipping = ASIDE.test(sentencesOf(piece.text).at(-1) ?? "");
    const texts = besideAsides(piece.text).filter((text) => !REFERENCE.test(text));
    // A label that has nothing left below it goes too.
    const last = kept.at(-1);
    if (skipping && texts.length === 0 && last?.kind === "say" && isLabel(last.text)) kept.pop();
    kept.push(
      ...texts.map((text, index) =>
        index === 0 ? { ...piece, text } : { kind: "say" as const, text },
      ),
    );
  }
  return kept;
}

/** The end of a sentence that a block parts from its beginning: `and then click Display.` */
function goesOn({ kind, text }: Piece): boolean {
  return kind === "say" && /^(?:and|or|then)\b/.test(text);
}

/** What an aside may announce: articles, addresses, words to ask for. */
function isReference(piece: Piece): boolean {
  if (piece.kind === "block") return piece.info === "text" || piece.info === "listing";
  if (piece.kind === "say") return piece.text.includes("(without the quotation");
  return piece.kind === "item" && piece.marker === "–";
}

/** The parts of a text between its asides, each as it stands. */
function besideAsides(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  for (const sentence of sentencesOf(text)) {
    const at = text.indexOf(sentence, end);
    const after = at + sentence.length;
    if (ASIDE.test(sentence)) {
      parts.push(text.slice(start, end));
      start = after;
    }
    end = after;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
}

/** Not the announcement of something that is not shown here. */
function isWhole({ text, shown }: Moment, index: number, all: readonly Moment[]): boolean {
  const next = all[index + 1];
  return !text.endsWith(":") || shown.length > 0 || next !== undefined;
}

/** `This problem was first corrected in Windows 2000 Service Pack 1.` */
const FIXED =
  /\b(?:was|been|is|were) (?:first |since )?(?:corrected|fixed|resolved|addressed|eliminated)(?: first)? (?:in|with|by)\b/i;
const NOT_FIXED =
  /\b(?:not|never|will be|to be|may be|should be|if)\b[^.]*\b(?:corrected|fixed|resolved)\b/i;

/** `To resolve this problem, obtain the latest service pack for Windows 2000.` */
const GETS_FIX =
  /\b(?:obtain|install|apply|download|upgrade|contact|get)\b.*\b(?:service (?:pack|release)|hotfix|fix|update|patch|version|\d\.\d)/i;

/** A remedy that is a newer version ends with all that the status says of what came with the correction. */
function correction(moments: readonly Moment[], status: Section): Moment[] {
  const isFix = moments.some(({ text }) => GETS_FIX.test(text));
  if (!isFix || moments.some(({ text }) => FIXED.test(text))) return [];
  return piecesOf(status)
    .flatMap(({ kind, text }) => (kind === "say" ? sentencesOf(text) : []))
    .filter((sentence) => FIXED.test(sentence) && !NOT_FIXED.test(sentence))
    .map((text) => ({ section: placeOf(status), text, shown: [] }));
}
