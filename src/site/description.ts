import { sentencesOf } from "../article/plain.ts";
import type { Section } from "../article/sections.ts";
import { piecesIn, type Piece } from "./prose.ts";

/**
 * One sentence of the article for search engines, feeds and lists: what is seen, else what it is about. A sentence that
 * announces a message goes on with the message.
 */
export function descriptionOf(sections: readonly Section[]): string | undefined {
  const ranked = ["symptoms", "summary"].map((key) => sections.find((s) => s.key === key));
  for (const section of [...ranked, ...sections]) {
    const pieces = section === undefined ? [] : piecesIn(section);
    const at = pieces.findIndex(({ text }) => text.length > 20);
    const sentence = pieces[at] && firstOf(pieces[at].text);
    if (sentence !== undefined) return short(sentence + announced(sentence, pieces[at + 1]));
  }
  return undefined;
}

function firstOf(text: string): string {
  return sentencesOf(text)[0] ?? text;
}

function announced(sentence: string, next: Piece | undefined): string {
  if (!sentence.endsWith(":") || next?.kind !== "verbatim") return "";
  return ` ${next.text.replace(/\s+/g, " ").trim()}`;
}

function short(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 297).replace(/\s+\S*$/, "")} ...`;
}
