/** A trace as plain text, for a terminal or a page without scripts. */

import type { Effect, EventRecord, Provenance, Step, Trace, Words } from "./types.ts";

/** One glyph for each kind of provenance: quoted, cited, inferred. */
export const GLYPHS: Readonly<Record<Provenance["kind"], string>> = {
  quote: "●",
  cited: "◐",
  inferred: "○",
};

export const LEGEND = "● quoted from the article   ◐ cited from another   ○ inferred";

/** The trace, step by step, ended by a line feed. Lines of the system begin with their provenance; `>` is the client's. */
export function printTrace(trace: Trace): string {
  const steps = trace.steps.filter(({ input }) => input !== null).map(printStep);
  return steps.join("\n");
}

function printStep(step: Step): string {
  return [`# ${step.label}`, ...step.effects.flatMap(printEffect), ""].join("\n");
}

export function printEffect(effect: Effect): string[] {
  switch (effect.kind) {
    case "connect":
      return [printWords(effect, ">")];
    case "line":
      return [printWords(effect, effect.from === "client" ? ">" : " ")];
    case "elided":
      return [`      … ${effect.text} …`];
    case "event":
      return printRecord(effect.record, GLYPHS[effect.provenance.kind]);
    case "outcome":
      return [`  = ${effect.result}: ${effect.text}`];
    case "value":
    case "wait":
    case "note":
    case "closed":
      return [`    (${effect.text})`];
  }
}

function printWords({ text, provenance }: Words, sign: string): string {
  return `  ${provenance ? GLYPHS[provenance.kind] : " "} ${sign} ${text}`.trimEnd();
}

function printRecord({ fields, description }: EventRecord, glyph: string): string[] {
  const lines = [
    ...fields.map(([label, value]) => `${label}: ${value}`),
    "Description:",
    description,
  ];
  return lines.map((line, i) => `  ${i === 0 ? glyph : " "} | ${line}`);
}
