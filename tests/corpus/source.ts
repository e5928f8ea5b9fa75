/**
 * What a source says, read in the plainest way and without the parser, to hold the parser against.
 */
export interface PlainSource {
  form: 1 | 2;
  /** Header fields by their labels, in words. */
  header: Record<string, string[]>;
  /** Trailer fields by their labels, in words; empty where there is no trailer. */
  trailer: Record<string, string[]>;
  /** Titles of the known sections that are underlined. */
  sections: string[];
  /** The text between header and trailer. */
  body: string;
}

const HEADER = {
  1: /^(DOCUMENT|TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS) *:(.*)$/,
  2: /^(Article|Product\(s\)|Version\(s\)|Operating System\(s\)|Keyword\(s\)|Last Modified):(.*)$/,
};
const LAST_LABEL = { 1: "KEYWORDS", 2: "Last Modified" };
const TRAILER =
  /^(Keywords|Component|Technology|Version|Hardware|Issue type|Solution Type) *:(.*)$/;
const KNOWN = /^(SUMMARY|SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|REFERENCES)$/;

export function readPlain(bytes: Uint8Array): PlainSource {
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
  const form = text.startsWith("DOCUMENT:") ? 1 : 2;
  const lines = text
    .split("\n")
    .map((line) => (form === 2 ? line.replace(/^\t/, "") : line).trimEnd());
  const last = lines.findIndex((line) => line.startsWith(LAST_LABEL[form]));
  const header = fieldsOf(lines.slice(0, last + 1), HEADER[form]);
  const rule = lines.findLastIndex(
    (line, at) => /^={60,}$/.test(line) && TRAILER.test(lines[at + 1] ?? ""),
  );
  const notice = lines.findIndex((line) =>
    /^(THE INFORMATION PROVIDED IN THE MICROSOFT|\{% endraw %\})/.test(line),
  );
  const end = rule < 0 ? (notice < 0 ? lines.length : notice) : rule;
  const body = lines.slice(last + 1, end);
  return {
    form,
    header,
    trailer:
      rule < 0 ? {} : fieldsOf(lines.slice(rule + 1, notice < 0 ? lines.length : notice), TRAILER),
    sections: body.filter(
      (line, at) => KNOWN.test(line) && body[at + 1] === "=".repeat(line.length),
    ),
    body: body.join("\n"),
  };
}

function fieldsOf(lines: string[], label: RegExp): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  let field = "";
  for (const line of lines) {
    const match = label.exec(line);
    if (match !== null) field = match[1] ?? "";
    else if (line === "" || /^=+$/.test(line)) field = "";
    if (field !== "") (fields[field] ??= []).push(...wordsOf(match?.[2] ?? line));
  }
  return fields;
}

/** Runs of letters and digits, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of `one` that `other` has fewer of. */
export function missingWords(one: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
