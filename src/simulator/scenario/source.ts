/** A scenario file as text: what it holds, and where in it each thing stands. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { z } from "zod";
import type { Finding, Place } from "../../article/finding.ts";
import { didYouMean } from "./nearest.ts";

/** The way to a node: keys of maps and indices of lists from the root. */
export type Path = readonly (string | number)[];

export interface Source {
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** Where the value at `path` stands, or its key; `offset` code units into a text. What is missing: the nearest above. */
  placeOf(path: Path, at?: "key" | "value", offset?: number): Place;
}

export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    prettyErrors: false,
    lineCounter: lines,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  // One error of YAML makes many of what follows it; the first is the one to mend.
  const findings = document.errors.slice(0, 1).map((error): Finding => ({
    ruleId: "simulator/yaml",
    severity: "error",
    place: placeAt(error.pos[0]),
    reason: `${error.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? ""}.`.replace(
      /\.\.$/,
      ".",
    ),
    ...(lineAt(text, error.pos[0]).includes("{") ? { note: QUOTE_IT } : {}),
  }));
  return {
    data: findings.length > 0 ? undefined : (document.toJS() as unknown),
    findings,
    placeOf: (path, at = "value", offset = 0) => placeAt(offsetOf(document, path, at) + offset),
  };
}

/** What mostly is the matter within braces. */
const QUOTE_IT =
  "Within { } a text or expression with a comma, a colon or a brace in it has to stand in quotes.";
/** A colon in a text makes a map of it. */
const QUOTE_COLON = "A text with a colon and a blank in it has to stand in quotes.";

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? text.length : end);
}

function offsetOf(document: Document.Parsed, path: Path, at: "key" | "value"): number {
  let node: unknown = document.contents;
  for (let i = 0; i < path.length; i++) {
    const [part, following] = [path[i] ?? 0, path[i + 1]];
    const isLast = i === path.length - 1;
    if (isShort(node, part, following)) {
      if (isSeq(node)) i++;
      continue;
    }
    const next = isSeq(node)
      ? node.items[Number(part)]
      : childOf(node, part, isLast && at === "key");
    if (next === null || next === undefined) break;
    node = next;
  }
  return startOf(node);
}

function childOf(node: unknown, key: string | number, wantsKey: boolean): unknown {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(
    (item) => isScalar(item.key) && String(item.key.value) === String(key),
  );
  return wantsKey ? pair?.key : pair?.value;
}

/**
 * Whether the file leaves out what the path names: the list around a single item, or the rule (its place in the list and
 * `then`) around a row of effects.
 */
function isShort(
  node: unknown,
  part: string | number,
  following: string | number | undefined,
): boolean {
  if (isSeq(node))
    return following === "then" && !node.items.some((item) => isMap(item) && item.has("then"));
  if (!isMap(node)) return false;
  return typeof part === "number" || (part === "then" && !node.has("then"));
}

/** The first character of a value; of a quoted text the one after the quote, so that offsets into it are true. */
function startOf(node: unknown): number {
  const { range } = (node ?? {}) as Node;
  const isQuoted = isScalar(node) && /^QUOTE/.test(node.type ?? "");
  return (range?.[0] ?? 0) + (isQuoted ? 1 : 0);
}

/** Checks what a file holds against its schema. Gives the checked data, or what is wrong, each thing at its place. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  source: Source,
): { readonly data?: z.output<T>; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(source.data, { error: messageOf });
  if (result.success) return { data: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => findingsOf(issue, source)) };
}

const MISSING = "is missing";

function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type" && issue.input === undefined) return MISSING;
  if (issue.code === "invalid_type")
    return `Expected ${KINDS[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}.`;
  if (issue.code === "too_small" && issue.minimum === 1 && issue.origin !== "int")
    return `Expected ${issue.origin === "string" ? "a text" : "at least one item"}, found none.`;
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return `Expected one of ${values.join(", ")}, found "${String(issue.input)}".${didYouMean(String(issue.input), values)}`;
  }
  if (issue.code === "unrecognized_keys") {
    const shape =
      (issue.inst as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape ?? {};
    const names = Object.keys(shape);
    return issue.keys
      .map(
        (key) =>
          `Unexpected "${key}", expected one of ${names.join(", ")}.${didYouMean(key, names)}`,
      )
      .join("\n");
  }
  return undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : JSON.stringify(value);
}

function findingsOf(issue: z.core.$ZodIssue, source: Source): Finding[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const finding = { ruleId: "simulator/schema", severity: "error" } as const;
  const meant = issue.code === "invalid_union" ? nearestForm(issue.errors) : undefined;
  if (meant !== undefined)
    return meant.flatMap((inner) =>
      findingsOf({ ...inner, path: [...issue.path, ...inner.path] }, source),
    );
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key, index) => ({
      ...finding,
      ...(/\s/.test(key) ? { note: QUOTE_IT } : {}),
      place: source.placeOf([...path, key], "key"),
      reason: issue.message.split("\n")[index] ?? issue.message,
    }));
  if (issue.message === MISSING)
    return [
      { ...finding, place: source.placeOf(path), reason: `"${path.at(-1)}" is missing here.` },
    ];
  const reason = /[.?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  const at = issue.code === "invalid_key" ? "key" : "value";
  const note = reason === UNQUOTED ? { note: QUOTE_COLON } : {};
  return [{ ...finding, ...note, place: source.placeOf(path, at), reason }];
}

const UNQUOTED = "Expected a text, found a map.";

type Issue = z.core.$ZodIssue;

/**
 * Of the forms that a part may have, what is wrong with the one that was meant: the one that lacks the fewest keys and has
 * the fewest too many. None where two are as near, as in a map whose keys are of no form.
 */
function nearestForm(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const scored = forms.map((issues) => ({ issues, score: sumOf(issues.map(misfitOf)) }));
  const [first, second] = scored.toSorted((a, b) => a.score - b.score);
  if (first === undefined || first.score === Infinity) return undefined;
  return second === undefined || first.score < second.score ? first.issues : undefined;
}

/** A whole of another kind is no misspelt form; a wrong value in the right place is nearest. */
function misfitOf(issue: Issue): number {
  if (issue.path.length === 0 && issue.code !== "unrecognized_keys") return Infinity;
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) return issue.keys.length;
  return issue.message === MISSING && issue.path.length === 1 ? 1 : 0;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
