/** What compiling a scenario needs at every turn: the source's places, the article's words, and a list for findings. */

import type { Finding } from "../../article/finding.ts";
import type { Expression, Provenance, Utterance } from "../types.ts";
import { ExpressionError, parseExpression, type Type, type Types } from "./expression.ts";
import type { Finder } from "./quotes.ts";
import type { WordsSource } from "./schema.ts";
import type { Path, Source } from "./source.ts";

export interface Context {
  readonly source: Source;
  readonly find: Finder;
  /** The words of another article, where it is present. */
  readonly findIn: (id: string) => Finder | undefined;
  readonly findings: Finding[];
}

/** Notes an error, or a lesser thing, at a path of the scenario file. */
export function report(
  context: Context,
  ruleId: string,
  path: Path,
  reason: string,
  more: {
    readonly note?: string;
    readonly at?: "key";
    readonly offset?: number;
    readonly severity?: "warning";
  } = {},
): void {
  const place = context.source.placeOf(path, more.at, more.offset);
  const note = more.note === undefined ? {} : { note: more.note };
  context.findings.push({
    ruleId: `simulator/${ruleId}`,
    severity: more.severity ?? "error",
    place,
    reason,
    ...note,
  });
}

/** An expression's tree; `false` where it is none, which is reported. */
export function compileExpression(
  context: Context,
  text: string | number | boolean,
  path: Path,
  types: Types,
  expected: Type,
): Expression {
  try {
    return parseExpression(String(text), types, expected);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report(context, "expression", path, error.message, { offset: error.offset });
    return false;
  }
}

/** Where an article's words stand. Words that do not stand in it are reported. */
export function compileQuote(context: Context, template: string, path: Path): Provenance {
  const found = context.find(template);
  if (found) return { kind: "quote", ...found };
  report(
    context,
    "quote-not-found",
    path,
    `Unexpected quote "${shorten(template)}", expected words of the article.`,
    {
      note: "Quote it as the article has it, or give it as `cited` or `inferred`.",
    },
  );
  return { kind: "quote", words: template, section: "", anchor: "" };
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Words of the simulated system, with where they come from. */
export function compileWords(
  context: Context,
  source: WordsSource,
  path: Path,
  types: Types,
): Utterance {
  const { when, quote, cited, inferred } = source;
  const condition =
    when === undefined
      ? {}
      : { when: compileExpression(context, when, [...path, "when"], types, "flag") };
  const text = quote ?? cited ?? inferred ?? "";
  return { ...condition, text, provenance: provenanceOf(context, source, path) };
}

function provenanceOf(context: Context, source: WordsSource, path: Path): Provenance {
  if (source.quote !== undefined) return compileQuote(context, source.quote, [...path, "quote"]);
  if (source.cited === undefined) return { kind: "inferred", reason: source.because ?? "" };
  const [id, note] = [source.in ?? "", source.note];
  const find = note === undefined ? context.findIn(id) : undefined;
  const isThere = find?.(source.cited) !== undefined;
  if (find && !isThere)
    report(
      context,
      "cited-not-found",
      [...path, "cited"],
      `Unexpected words "${shorten(source.cited)}", expected words of ${id}.`,
      {
        severity: "warning",
        note: "Shown as cited, unchecked. Cite them as that article has them, or say in `note` what it says instead.",
      },
    );
  return { kind: "cited", article: id, checked: isThere, ...(note === undefined ? {} : { note }) };
}
