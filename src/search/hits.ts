import type { AskedTerm, Form } from "./asked.ts";

/** Where a text has a term of the question. */
export interface Hit {
  /** Number of the term. */
  term: number;
  /** Its first and last word, counted from the text's beginning. */
  from: number;
  to: number;
  /** Of the form that stands there. */
  weight: number;
}

/** All hits of each term in a text, given as stems, in the order of the text. */
export function hitsOf(asked: readonly AskedTerm[], text: readonly string[]): Hit[][] {
  const places = placesOf(asked, text);
  return asked.map(({ forms }, term) =>
    forms
      .flatMap((form) =>
        spansOf(form, text, places).map((span) => ({ term, ...span, weight: form.weight })),
      )
      .sort((a, b) => a.from - b.from),
  );
}

function placesOf(asked: readonly AskedTerm[], text: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { forms } of asked) {
    for (const { stems } of forms) places.set(stems[0] ?? "", []);
  }
  for (const [at, stem] of text.entries()) places.get(stem)?.push(at);
  return places;
}

/** Within how many words the next one of a phrase is to follow: `NT Server version 4.0`, `turn it off`. */
const APART = 3;

/** Where a form stands. */
function spansOf(
  { stems: [first = "", ...rest] }: Form,
  text: readonly string[],
  places: ReadonlyMap<string, number[]>,
): { from: number; to: number }[] {
  const starts = places.get(first) ?? [];
  return starts.flatMap((from) => {
    let to = from;
    for (const stem of rest) {
      const next = text.slice(to + 1, to + 1 + APART).indexOf(stem);
      if (next < 0) return [];
      to += 1 + next;
    }
    return [{ from, to }];
  });
}

/** For each term the weight of the best form that stands there; 0 where none does. */
export function bestOf(hits: readonly (readonly Hit[])[]): number[] {
  return hits.map((ofTerm) => Math.max(0, ...ofTerm.map(({ weight }) => weight)));
}
