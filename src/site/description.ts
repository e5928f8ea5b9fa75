import { sentencesOf } from "../article/plain.ts";
import type { Section } from "../article/sections.ts";
import { piecesIn } from "./prose.ts";

/** One sentence of the article for search engines and feeds: what is seen, else what it is about. */
export function descriptionOf(sections: readonly Section[]): string | undefined {
  const ranked = ["symptoms", "summary"].map((key) => sections.find((s) => s.key === key));
  for (const section of [...ranked, ...sections]) {
    const piece = section && piecesIn(section).find(({ text }) => text.length > 20);
    if (piece !== undefined) return short(piece.text);
  }
  return undefined;
}

function short(text: string): string {
  const first = sentencesOf(text)[0] ?? text;
  return first.length <= 300 ? first : `${first.slice(0, 297).replace(/\s+\S*$/, "")} …`;
}
