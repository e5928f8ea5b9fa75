import { escapeAttribute } from "../article/html.ts";

/** HTML that a template wrote: it is set as it stands, where a text is escaped. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export const NOTHING = new Markup("");

/** What stands in a template: nothing where it is `undefined` or `false`. */
export type Value = Markup | string | number | undefined | false | readonly Value[];

/**
 * A template of HTML, in which a line's end and the blanks that the next one begins with are nothing:
 *
 *     markup`
 *       <li>
 *         <a href="${address}">${title}</a>
 *       </li>`
 *
 * Values of attributes stand between double quotes.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const texts = TEXTS.get(parts) ?? unindented(parts);
  let text = texts[0] as string;
  for (let at = 0; at < values.length; at += 1) {
    text += written(values[at]) + (texts[at + 1] as string);
  }
  return new Markup(text);
}

/** Of each template, what stands between its values. */
const TEXTS = new WeakMap<TemplateStringsArray, readonly string[]>();

function unindented(parts: TemplateStringsArray): readonly string[] {
  const texts = parts.map((part) => part.replace(/\n\s*/g, ""));
  TEXTS.set(parts, texts);
  return texts;
}

function written(value: Value): string {
  if (typeof value === "string") return escaped(value);
  if (value instanceof Markup) return value.toString();
  if (value === undefined || value === false) return "";
  if (typeof value === "number") return String(value);
  let text = "";
  for (const one of value) text += written(one);
  return text;
}

const SPECIAL = /[&<>"']/;

function escaped(text: string): string {
  return SPECIAL.test(text) ? escapeAttribute(text).replaceAll("'", "&#39;") : text;
}
