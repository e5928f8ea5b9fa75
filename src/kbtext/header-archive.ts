import { emptyHeader, type Header, type HeaderResult } from "./header.ts";
import { isBlank, isRule, type Line } from "./line.ts";

/**
 * Forms 2 and 3, archived Markdown: Jekyll front matter, a heading, maybe `{% raw %}`, then the article behind one tab.
 *
 *     ---
 *     layout: page
 *     title: "Q100001: One &quot;Title&quot;"
 *     permalink: /kb/100/Q100001/
 *     ---
 *
 *     ## Q100001: One &quot;Title&quot;
 *
 *     {% raw %}
 *
 *     	Article: Q100001
 *     	Product(s): One Product
 *     	Last Modified: 16-AUG-2002
 *
 * The title and the heading are HTML-escaped, the article is not.
 */
export function readArchiveHeader(lines: Line[]): HeaderResult {
  const header = emptyHeader("archive");
  const front = frontMatterEnd(lines);
  readFrontMatter(header, lines.slice(0, front));
  const body = lines
    .slice(front)
    .filter((line) => !isWrapping(line))
    .map(withoutTab);
  const at = readFields(header, body);
  return { header, rest: body.slice(at) };
}

/** The index after the second `---`; 0 where there is none. */
function frontMatterEnd(lines: Line[]): number {
  const first = lines.findIndex((line) => !isBlank(line));
  if (lines[first]?.text !== "---") return 0;
  const end = lines.findIndex((line, index) => index > first && line.text === "---");
  return end < 0 ? first + 1 : end + 1;
}

function readFrontMatter(header: Header, lines: Line[]): void {
  for (const line of lines) {
    const title = /^title: *"?(.*?)"?$/.exec(line.text)?.[1];
    if (title === undefined) continue;
    // A quoted YAML scalar, then HTML: undone once each.
    const text = unescapeHtml(title.replace(/\\(["\\])/g, "$1"));
    const [, id = "", rest = text] = /^([^\s:]+): *(.*)$/.exec(text) ?? [];
    Object.assign(header, { id, title: rest, idLine: line.number });
  }
}

const ENTITIES: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

/** Undoes HTML's escaping of text, once: `&amp;lt;` is `&lt;`. */
function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, dec, hex, name) => {
      if (name !== undefined) return ENTITIES[(name as string).toLowerCase()] ?? whole;
      const code = dec === undefined ? parseInt(hex as string, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Lines that the archive put around the article: its heading and its `raw` tags. */
function isWrapping(line: Line): boolean {
  return /^(?:## |\{% (?:end)?raw %\}$)/.test(line.text);
}

/** The one tab that the archive put before each line. */
function withoutTab(line: Line): Line {
  if (!line.text.startsWith("\t")) return line;
  return { ...line, text: line.text.slice(1), indent: line.indent - 1 };
}

const LABEL =
  /^(Article|Product\(s\)|Version\(s\)|Operating System\(s\)|Keyword\(s\)|Last Modified): ?(.*)$/;

/** Fills in the labelled lines and gives the index after them. Stray lines among them continue a value. */
function readFields(header: Header, lines: Line[]): number {
  let set: ((value: string) => void) | undefined;
  for (const [index, line] of lines.entries()) {
    const [, label, value = ""] = LABEL.exec(line.text) ?? [];
    if (label !== undefined) {
      set = setter(header, label, line.number);
      set(value);
    } else if (isBlank(line)) {
      if (header.modified !== "") return index;
    } else if (set === undefined || header.modified !== "" || isRule(line, "-", 20)) return index;
    else set(` ${line.text.trim()}`);
  }
  return lines.length;
}

function setter(header: Header, label: string, line: number): (value: string) => void {
  switch (label) {
    case "Article":
      return (value) => void Object.assign(header, { id: value.trim() || header.id, idLine: line });
    case "Product(s)":
      return (value) => void (header.product += value);
    case "Version(s)":
      return (value) => void (header.versions += value);
    case "Operating System(s)":
      return (value) => void (header.operatingSystems += value);
    case "Keyword(s)":
      return (value) => void (header.keywords += value);
    default:
      return (value) =>
        void Object.assign(header, { modified: header.modified + value, dateLine: line });
  }
}
