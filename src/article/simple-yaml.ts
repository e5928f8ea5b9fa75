/**
 * The simple YAML that import writes, and people mostly: each field begins a line and holds a text, a list of texts, or groups of texts.
 * A build reads every file, and this takes half the time of a reader of all YAML. What it does not know for sure, it leaves to that one.
 *
 * @param yaml whole lines
 * @returns `undefined` where the YAML is not simple, or is none
 */
export function readSimpleYaml(yaml: string): Mapping | undefined {
  return UNUSUAL.test(yaml) ? undefined : new SimpleYaml(yaml).mapping();
}

type Mapping = Record<string, unknown>;

/** Tabs, line ends of other systems, control characters, halves of characters. */
const UNUSUAL = /[^\n -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

const KEY = /[a-z][A-Za-z0-9]*/y;
const KEY_AND_VALUE = /[a-z][A-Za-z0-9]*: /y;
const PLAIN = /[\w<\\(/$](?:[^\n: ]+|:(?=[^\n ])| (?=[^\n#]))*/y;
const PLAIN_IN_FLOW = /[\w<\\(/$](?:[^\n: ,[\]{}]+|:(?=[^\n ,[\]{}])| (?=[^\n#,[\]{}]))*/y;
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
/** With those escapes alone that JSON has too. */
const DOUBLE_QUOTED = /"[^"\\\n]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\n]*)*"/y;
/** Lines indented by two blanks, the first by no more, and blank lines between them. */
const LITERAL_BLOCK = /\|\n(?= {2}[^ ])(?:\n* {2}.+\n)+/y;

/** Where a text is read, and how far. What a method cannot read is `undefined`; then nothing of the text is simple. */
class SimpleYaml {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  mapping(): Mapping | undefined {
    const mapping: Mapping = {};
    do if (!this.#add(mapping, this.#newKey(mapping), this.#value())) return undefined;
    while (this.#at < this.#text.length);
    return mapping;
  }

  #add(mapping: Mapping, key: string | undefined, value: unknown): boolean {
    if (key === undefined || value === undefined) return false;
    mapping[key] = value;
    return true;
  }

  #newKey(mapping: Mapping): string | undefined {
    const key = this.#take(KEY);
    return key === undefined || Object.hasOwn(mapping, key) ? undefined : key;
  }

  /** What follows a field's key, to the end of its last line. */
  #value(): unknown {
    if (this.#skip(":\n")) return this.#blockSequence();
    if (!this.#skip(": ")) return undefined;
    if (this.#next === "|") return this.#literalBlock();
    const value = this.#inlineValue();
    return this.#skip("\n") ? value : undefined;
  }

  #literalBlock(): string | undefined {
    return this.#take(LITERAL_BLOCK)?.slice("|\n  ".length).split("\n  ").join("\n");
  }

  #inlineValue(): unknown {
    if (this.#skip("[")) return this.#flowSequence();
    if (this.#skip("{")) return this.#flowMapping();
    return this.#scalar(PLAIN);
  }

  #flowSequence(): unknown[] | undefined {
    const items: unknown[] = [];
    do items.push(this.#scalar(PLAIN_IN_FLOW));
    while (this.#skip(", "));
    return this.#skip("]") && !items.includes(undefined) ? items : undefined;
  }

  #flowMapping(): Mapping | undefined {
    const mapping: Mapping = {};
    do if (!this.#addScalar(mapping, PLAIN_IN_FLOW)) return undefined;
    while (this.#skip(", "));
    return this.#skip("}") ? mapping : undefined;
  }

  #blockSequence(): unknown[] | undefined {
    const items: unknown[] = [];
    while (this.#skip("  - ")) {
      items.push(this.#sees(KEY_AND_VALUE) ? this.#blockMapping() : this.#scalar(PLAIN));
      if (!this.#skip("\n")) return undefined;
    }
    return items.length === 0 || items.includes(undefined) ? undefined : items;
  }

  #blockMapping(): Mapping | undefined {
    const mapping: Mapping = {};
    do if (!this.#addScalar(mapping, PLAIN)) return undefined;
    while (this.#skip("\n    "));
    return mapping;
  }

  #addScalar(mapping: Mapping, plain: RegExp): boolean {
    const key = this.#newKey(mapping);
    return this.#add(mapping, key, this.#skip(": ") ? this.#scalar(plain) : undefined);
  }

  #scalar(plain: RegExp): string | undefined {
    switch (this.#next) {
      case '"': {
        const quoted = this.#take(DOUBLE_QUOTED);
        return quoted?.includes("\\") ? (JSON.parse(quoted) as string) : quoted?.slice(1, -1);
      }
      case "'":
        return this.#take(SINGLE_QUOTED)?.slice(1, -1).replaceAll("''", "'");
      default: {
        const text = this.#take(plain);
        return text === undefined || isOther(text) ? undefined : text;
      }
    }
  }

  /** The character that is read next. */
  get #next(): string {
    return this.#text.charAt(this.#at);
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): string | undefined {
    if (!this.#sees(pattern)) return undefined;
    const text = this.#text.slice(this.#at, pattern.lastIndex);
    this.#at = pattern.lastIndex;
    return text;
  }
}

/** Whether YAML reads a plain scalar as nothing, as a truth or as a number. What is a number to it is one to JavaScript. */
function isOther(text: string): boolean {
  return /^\d/.test(text) ? !Number.isNaN(Number(text)) : /^(?:null|true|false)$/i.test(text);
}
