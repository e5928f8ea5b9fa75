/** A trace as plain text, for a terminal or a page without scripts. */

import type { Effect, EventRecord, Provenance, Result, Step, Trace, Words } from "./types.ts";

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
      return [`  = ${RESULTS[effect.result]}: ${effect.text}`];
    case "message":
      return printBox(effect);
    case "row":
      return [`    | ${effect.cells.join(" | ")}`];
    case "beside":
      return [
        `    ${effect.label}`,
        `      expected: ${effect.expected}`,
        `      found:    ${effect.actual}`,
      ];
    case "value":
    case "wait":
    case "note":
    case "closed":
      return [`    (${effect.text})`];
  }
}

/** How a run ended, in words. */
const RESULTS: Readonly<Record<Result, string>> = {
  works: "works",
  fails: "fails",
  hangs: "hangs",
  wrong: "wrong result",
  byDesign: "by design",
};

function printBox(effect: Extract<Effect, { kind: "message" }>): string[] {
  const { title, text, buttons, provenance } = effect;
  const lines = [
    ...(title === "" ? [] : [`[ ${title} ]`]),
    ...text.split("\n"),
    buttons.map((button) => `( ${button} )`).join(" "),
  ];
  return lines.map(
    (line, i) => `  ${i === 0 && provenance ? GLYPHS[provenance.kind] : " "} | ${line}`,
  );
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
