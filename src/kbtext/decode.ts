import type { Finding } from "../article/finding.ts";
import { indentOf, type Line } from "./line.ts";
import { charOf, SUBSTITUTE } from "./windows-1252.ts";

/** The source as lines, and what of its bytes is not text. */
export interface Decoded {
  lines: Line[];
  findings: Finding[];
}

/**
 * Bytes → lines. The bytes are windows-1252, unless all of them are valid UTF-8 and some are not ASCII (archived
 * Markdown was converted now and then). Control characters become their visible pictures (U+2400 to U+2421), each
 * line with a finding. The end-of-file mark of MS-DOS (0x1A as last byte) is no text and goes without a word.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const findings: Finding[] = [];
  const text = textOf(bytes);
  const read = CONTROL.test(text) ? shownLine : lineOf;
  const lines = text.split(/\r\n|\n|\r/).map((raw, index) => read(raw, index + 1, file, findings));
  return { lines, findings };
}

// eslint-disable-next-line no-control-regex -- the mark is a control character
const END_OF_FILE = /\x1A+$/;

function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString("latin1");
  // eslint-disable-next-line no-control-regex -- the question is whether there is anything but ASCII
  if (!/[^\x00-\x7F]/.test(text)) return text.replace(END_OF_FILE, "");
  const utf8 = utf8Of(buffer);
  if (utf8 !== undefined) return utf8;
  return text
    .replace(/[\x80-\x9F]/g, (char) => charOf(char.charCodeAt(0)))
    .replace(END_OF_FILE, "");
}

function utf8Of(buffer: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return undefined;
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/;
const CONTROLS = new RegExp(CONTROL, "g");

function lineOf(raw: string, number: number): Line {
  const text = trimRight(raw);
  return { text, number, indent: indentOf(text) };
}

/** The line with pictures in place of control characters. */
function shownLine(raw: string, number: number, file: string, findings: Finding[]): Line {
  const at = raw.search(CONTROL);
  if (at < 0) return lineOf(raw, number);
  findings.push(controlFinding(raw, at, number, file));
  return lineOf(raw.replace(CONTROLS, picture), number);
}

/** Like `trimEnd`, for spaces and tabs alone: a no-break space is text. */
function trimRight(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(0, end);
}

function picture(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x7f) return "\u2421";
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : SUBSTITUTE;
}

function controlFinding(raw: string, at: number, line: number, file: string): Finding {
  const code = raw.charCodeAt(at).toString(16).toUpperCase().padStart(2, "0");
  return {
    ruleId: "kbtext/control-character",
    severity: "warning",
    place: { file, line, column: at + 1 },
    reason: `Unexpected control character 0x${code}, expected text; it is shown as ${picture(raw[at] ?? "")}`,
  };
}
