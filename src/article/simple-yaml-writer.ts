/**
 * Writes the fields that import writes, and people mostly, as the library `yaml` does, in a small part of its time. What it does not know
 * for sure, it leaves to that one.
 */

/** What a field may hold: a text, a list of texts or of groups of texts, or one group. */
export type Value = string | readonly (string | Group)[] | Group;
type Group = Readonly<Record<string, string | undefined>>;

/** How it is set: a text as a block of lines; a list or a group on one line. */
export type Style = "block" | "oneLine" | undefined;

/** The field's lines; `undefined` where its value is not simple. */
export function writeSimpleField(key: string, value: Value, style: Style): string | undefined {
  if (typeof value === "string" && style === "block") {
    return isLines(value) ? `${key}: |\n  ${value.replace(/\n+/g, "$&  ")}\n` : undefined;
  }
  if (!isPrintable(value)) return undefined;
  if (typeof value === "string") return `${key}: ${scalar(value, NOT_PLAIN)}\n`;
  if (style === "oneLine") return `${key}: ${inFlow(value)}\n`;
  return isList(value) ? `${key}:${inBlock(value)}\n` : undefined;
}

function isList(value: Value): value is readonly (string | Group)[] {
  return Array.isArray(value);
}

/** Lines of which the first is neither empty nor indented. */
function isLines(text: string): boolean {
  return /^\S/.test(text) && /\S$/.test(text) && !UNUSUAL.test(text);
}

/** Control characters, halves of characters. */
const UNUSUAL = /[^\t\n -~\xa0-\ud7ff\ue000-\uffff]/;

function isPrintable(value: Value): boolean {
  if (typeof value === "string") return /^[ -~]*$/.test(value);
  const parts = isList(value) ? value : Object.values(value).filter((part) => part !== undefined);
  return parts.length > 0 && parts.every(isPrintable);
}

function inBlock(items: readonly (string | Group)[]): string {
  const lines = items.map((item) =>
    typeof item === "string" ? scalar(item, NOT_PLAIN) : entriesOf(item, NOT_PLAIN).join("\n    "),
  );
  return lines.map((line) => `\n  - ${line}`).join("");
}

function inFlow(value: Value): string {
  if (typeof value === "string") return scalar(value, NOT_IN_FLOW);
  return isList(value)
    ? `[${value.map((item) => inFlow(item)).join(", ")}]`
    : `{${entriesOf(value, NOT_IN_FLOW).join(", ")}}`;
}

function entriesOf(group: Group, odd: RegExp): string[] {
  return Object.entries(group).flatMap(([key, text]) =>
    text === undefined ? [] : `${key}: ${scalar(text, odd)}`,
  );
}

/** A text on one line, in quotes where YAML would else take it for something else. */
function scalar(text: string, odd: RegExp): string {
  if (!odd.test(text) && !OTHER_TYPE.test(text)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

const NOT_PLAIN = /^[ ,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|: | #|[ :]$/;
const NOT_IN_FLOW = /[,[\]{}]|^[ #&*!|>'"%@`]|^[?-](?: |$)|: | #|[ :]$/;

/** What YAML's core schema reads as a number, a truth value or nothing. */
const OTHER_TYPE =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[\da-fA-F]+|[-+]?\d+|[-+]?(?:\.\d+|\d+\.\d*|(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+)|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
