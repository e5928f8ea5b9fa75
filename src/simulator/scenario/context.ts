/** What compiling a scenario needs at every turn: the source's places, the article's words, and a list for findings. */

import type { Finding } from "../../article/finding.ts";
import type { Expression, Provenance, Utterance } from "../types.ts";
import type { Block } from "./blocks.ts";
import { ExpressionError, parseTyped, type Type, type Types } from "./expression.ts";
import { didYouMean } from "./nearest.ts";
import type { Finder } from "./quotes.ts";
import type { WordsSource } from "./schema.ts";
import { requireType, type Typed } from "./type.ts";
import type { Path, Source } from "./source.ts";

export interface Context {
  readonly source: Source;
  readonly find: Finder;
  readonly blocks: readonly Block[];
  /** The words of another article, where it is present. */
  readonly findIn: (id: string) => Finder | undefined;
  readonly findings: Finding[];
  /** The folder of the articles where it is not the usual one. */
  readonly content?: string | undefined;
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
  return compileTyped(context, text, path, types, expected).tree;
}

/** The same with its type, which may be any where none is expected. */
export function compileTyped(
  context: Context,
  text: string | number | boolean,
  path: Path,
  types: Types,
  expected?: Type,
): Typed {
  try {
    const typed = parseTyped(String(text), types);
    if (expected !== undefined) requireType(typed, expected);
    return typed;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report(context, "expression", path, error.message, { offset: error.offset });
    return { tree: false, type: "anything", offset: 0 };
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
  return { kind: "inferred", reason: "Not found in the article." };
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
  const { when, quote, cited, inferred, fill = {} } = source;
  const condition =
    when === undefined
      ? {}
      : { when: compileExpression(context, when, [...path, "when"], types, "flag") };
  if (source.block !== undefined) {
    const { text, provenance } = compileBlock(context, source, path);
    return { ...condition, text: withHoles(context, text, fill, path), provenance };
  }
  const text = quote ?? cited ?? inferred ?? "";
  return { ...condition, text, provenance: provenanceOf(context, source, path) };
}

/** A whole block of the article, or one line of it. */
export function compileBlock(
  context: Context,
  source: Pick<WordsSource, "at" | "block" | "line">,
  path: Path,
): { readonly text: string; readonly provenance: Provenance } {
  const { at = "", block = "", line } = source;
  const found = context.blocks.find(({ section, name }) => section === at && name === block);
  const text = line === undefined ? found?.text : found?.text.split("\n")[line - 1];
  if (found !== undefined && text !== undefined)
    return {
      text,
      provenance: { kind: "quote", words: text, section: found.section, anchor: found.anchor },
    };
  const names = context.blocks.flatMap(({ section, name }) => (section === at ? name : []));
  const sections = [...new Set(context.blocks.map(({ section }) => section))];
  const reason =
    found !== undefined
      ? `There is no line ${line} in block "${block}".`
      : names.length === 0
        ? `There is no section "${at}": expected one of ${sections.join(", ")}.${didYouMean(at, sections)}`
        : `There is no block "${block}" in ${at}: expected one of ${names.join(", ")}.${didYouMean(block, names)}`;
  report(context, "no-such-block", [...path, names.length === 0 ? "at" : "block"], reason);
  return { text: "", provenance: { kind: "quote", words: "", section: "", anchor: "" } };
}

/** The article's placeholders as holes, to be filled in when the words are said. */
function withHoles(
  context: Context,
  text: string,
  fill: Readonly<Record<string, string>>,
  path: Path,
): string {
  return Object.entries(fill).reduce((filled, [placeholder, name]) => {
    if (!filled.includes(placeholder))
      report(
        context,
        "quote-not-found",
        [...path, "fill", placeholder],
        `There is no "${placeholder}" in these words.`,
        { at: "key" },
      );
    return filled.replaceAll(placeholder, `{${name}}`);
  }, text);
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
