import { sentencesOf } from "../article/plain.ts";
import { slug } from "../article/render-headings.ts";
import type { Section } from "../article/sections.ts";
import { piecesIn, type Piece } from "./prose.ts";

/** One column of the strip: symptom, cause, or what to do. All its texts are the article's own, to the letter. */
export interface StripPart {
  label: "Symptom" | "Cause" | "Workaround" | "Resolution";
  /** Id of the section that it is taken from. */
  section: string;
  pieces: StripPiece[];
  /** Whether the section says more in the same breath, so that what is shown is not all of it. */
  goesOn: boolean;
}

export type StripPiece = Pick<Piece, "text"> & { kind: "text" | "item" | "verbatim" | "or" };

/** Characters of text that a column holds before it stops at the end of a sentence. */
const ENOUGH = 230;

/** Symptom, cause and workaround (else resolution); empty where the article has none of the three. */
export function stripOf(sections: readonly Section[]): StripPart[] {
  const remedy = sections.find(({ key }) => key === "workaround") ? "workaround" : "resolution";
  return [
    ...partOf(sections, "symptoms", "Symptom"),
    ...partOf(sections, "cause", "Cause"),
    ...partOf(sections, remedy, remedy === "workaround" ? "Workaround" : "Resolution"),
  ];
}

function partOf(sections: readonly Section[], key: string, label: StripPart["label"]): StripPart[] {
  const section = sections.find((candidate) => candidate.key === key);
  if (section === undefined) return [];
  const { pieces, goesOn } = opening(piecesIn(section));
  return pieces.length === 0 ? [] : [{ label, section: slug(section.heading), pieces, goesOn }];
}

/** "To work around this problem:" says nothing that the column's label does not. */
const EMPTY_LEAD =
  /^(?:to (?:work ?around|resolve|correct|fix|avoid|solve)\b[^.]{0,70}|workarounds?|resolution)[:,]?$/i;

/** What a section says first: its first sentences, or a lead-in with what it leads to. */
function opening(pieces: readonly Piece[]): Pick<StripPart, "pieces" | "goesOn"> {
  const texts = pieces.filter(({ kind }) => kind !== "heading");
  const shown: StripPiece[] = [];
  let used = 0;
  let index = 0;
  for (; index < texts.length; index++) {
    const piece = texts[index];
    if (piece === undefined || (used > 0 && !continues(texts, index, used))) break;
    const next = take(piece, texts[index + 1]);
    if (next === undefined) continue;
    shown.push(next);
    used += next.text.length;
  }
  while (shown.at(-1)?.kind === "or") shown.pop();
  return { pieces: shown, goesOn: goesOn(shown.at(-1), texts[index]) };
}

/** Whether what follows belongs to what is shown last: more of a list, or what a colon announced. */
function goesOn(last: StripPiece | undefined, next: Piece | undefined): boolean {
  if (last === undefined || next === undefined) return false;
  return last.text.endsWith(":") || (last.kind !== "text" && isItem(next));
}

/** Whether the column goes on after what it has: into an alternative, or into what a colon announced. */
function continues(texts: readonly Piece[], index: number, used: number): boolean {
  const before = texts[index - 1];
  const piece = texts[index];
  if (before === undefined || piece === undefined) return false;
  if (before.kind === "or" || piece.kind === "or") return used < 2 * ENOUGH;
  const announced = before.text.endsWith(":") || (isItem(before) && isItem(piece));
  return announced && piece.kind !== "paragraph" && used < ENOUGH;
}

function isItem(piece: Piece | undefined): boolean {
  return piece?.kind === "item";
}

function take(piece: Piece, next: Piece | undefined): StripPiece | undefined {
  if (piece.kind === "or") return { kind: "or", text: piece.text };
  if (piece.kind === "verbatim") return { kind: "verbatim", text: firstLines(piece.text) };
  if (next !== undefined && EMPTY_LEAD.test(piece.text)) return undefined;
  const sentences = sentencesOf(piece.text);
  let text = sentences[0] ?? "";
  for (const sentence of sentences.slice(1)) {
    // Joined as they stand: what is not found in the text in one piece is not shown in one piece.
    const longer = `${text} ${sentence}`;
    if (longer.length > ENOUGH || !piece.text.includes(longer)) break;
    text = longer;
  }
  if (text === "") return undefined;
  return { kind: piece.kind === "item" ? "item" : "text", text };
}

/** A message or record to recognise it by: three lines at most. */
function firstLines(text: string): string {
  return text.split("\n").slice(0, 3).join("\n");
}
