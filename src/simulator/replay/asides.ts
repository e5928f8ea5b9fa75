import { sentencesOf } from "../../article/plain.ts";
import { isLabel } from "./moments.ts";
import type { Piece } from "./pieces.ts";

/** Sentences that every article could have: where to read on, how to reach support, what nobody vouches for. */
const ASIDES = [
  /^For (?:additional|more|further|a complete|complete|information)\b|^For (?!example\b).{0,80}\b(?:see|query|click)\b/,
  /^(?:Please )?[Ss]ee the following article|(?<=^.{0,80})\bquery on the following/,
  /^Microsoft provides (?:(?:this )?information|programming|third-party)|^(?:If you have )?limited programming/,
  /^(?:NOTE: )?In special cases|^(?:Normal|The usual|The typical) support costs|^Microsoft support professionals can/,
  /^The (?:[\w.]+ ){0,6}?version of this (?:fix|hotfix)|^Component: |^(?:NOTE: )?(?:Due to|Because of) file dependencies/,
  /^The dates and times for these files|^When you view the file information|^To find the difference between UTC/,
  /^This article assumes that you|^The (?:following )?third-party|^This contact information may change/,
  /\b(?:independent of Microsoft|makes? no warrant(?:y|ies)|guarantees? the accuracy)\b/,
  /\bsubject to change without notice\b|^Copyright (?:\(c\) )?\d{4}|\bis a registered trademark\b/i,
  /\bvirus[- ]detection software\b|\bscanned this file for viruses\b|\bon secure servers that prevent\b/,
];

/** `To learn more, see the following articles:` */
const LEADS_AWAY =
  /\b(?:see|refer to|query|click|read)\b[^]*\b(?:following (?:[\w()-]+ ){0,4}articles?|articles? (?:numbers? )?below)\b[^:]*:$/i;

/** A reference to another article, or an address, as an item of its own. */
const REFERENCE = /^(?:ARTICLE-ID|TITLE)\b|^Q\d{4,6}(?!\d)|^\w+:\/\/\S+$/;

/** What no system utters; a message may say where to read on, too. */
export const OF_ARTICLES = /\b(?:articles?|Knowledge Base|independent of Microsoft)\b/;

function isAside(sentence: string): boolean {
  if (sentence.endsWith(":") && LEADS_AWAY.test(sentence)) return true;
  return ASIDES.some((pattern) => pattern.test(sentence));
}

/** Pieces without those of these sentences that name something; what they announce goes with them. */
export function withoutAsides(pieces: readonly Piece[], naming = /^/): Piece[] {
  const goes = (sentence: string) => naming.test(sentence) && isAside(sentence);
  const kept: Piece[] = [];
  let aside = "";
  for (const [index, piece] of pieces.entries()) {
    const isNextReference = REFERENCE.test(pieces[index + 1]?.text ?? "");
    if (aside !== "" && (isReference(piece, aside) || goesOn(piece))) continue;
    if (aside !== "" && piece.kind === "or" && isNextReference) continue;
    if (piece.kind === "block" || piece.kind === "table" || piece.text === "") {
      kept.push(piece);
      continue;
    }
    aside = "";
    if (!isNextReference && !naming.test(piece.text)) {
      kept.push(piece);
      continue;
    }
    const sentences = sentencesOf(piece.text);
    const said = sentences.at(-1) ?? "";
    const gone = sentences.filter(goes);
    if (isNextReference && isAside(said)) gone.push(said);
    if (gone.length === 0) {
      kept.push(piece);
      continue;
    }
    if (gone.includes(said)) aside = said;
    const texts = beside(gone, piece.text, sentences);
    // A label that has nothing left below it goes too.
    const last = kept.at(-1);
    if (texts.length === 0 && last?.kind === "say" && isLabel(last.text)) kept.pop();
    kept.push(
      ...texts.map((text, index) =>
        index === 0 ? { ...piece, text } : { kind: "say" as const, text, depth: 0 },
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
function isReference(piece: Piece, aside: string): boolean {
  if (piece.kind === "block") return piece.info === "text" || piece.info === "listing";
  if (piece.kind === "say")
    return REFERENCE.test(piece.text) || piece.text.includes("(without the quotation");
  if (piece.kind !== "item" || piece.marker !== "–") return false;
  return REFERENCE.test(piece.text) || /:$|\b(?:following|below)\b/.test(aside);
}

/** The parts of a text between sentences that go, each as it stands. */
function beside(gone: readonly string[], text: string, sentences: readonly string[]): string[] {
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  for (const sentence of sentences) {
    const at = text.indexOf(sentence, end);
    const after = at + sentence.length;
    if (gone.includes(sentence)) {
      parts.push(text.slice(start, end));
      start = after;
    }
    end = after;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
}
