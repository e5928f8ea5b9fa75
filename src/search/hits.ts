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
        startsOf(form, text, places).map((from) => ({
          term,
          from,
          to: from + form.stems.length - 1,
          weight: form.weight,
        })),
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

function startsOf(
  { stems: [first = "", ...rest] }: Form,
  text: readonly string[],
  places: ReadonlyMap<string, number[]>,
): number[] {
  const starts = places.get(first) ?? [];
  return starts.filter((at) => rest.every((stem, index) => text[at + 1 + index] === stem));
}

/** For each term the weight of the best form that stands there; 0 where none does. */
export function bestOf(hits: readonly (readonly Hit[])[]): number[] {
  return hits.map((ofTerm) => Math.max(0, ...ofTerm.map(({ weight }) => weight)));
}
