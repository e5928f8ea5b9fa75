/**
 * Plain text → inline Markdown (CommonMark + GFM) that reads as just that text.
 *
 * A character is escaped only where it could mean something, so that `domain\user` and `MAX_PATH` stay as they are.
 * Addresses that GFM would turn into links by itself are written as links, so that nothing inside them is escaped.
 */
export function inline(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.split("\n").map(inlineLine).join("\\\n");
}

/** Text without a character that could ever mean something. */
const PLAIN = /^[A-Za-z0-9 ,;'"()?%$/]*$/;

const ADDRESS =
  /(?<![\w@/.-])(?:(?:https?|ftp):\/\/|www\.)[^\s<>"`\\|[\]{}^]+|[\w.+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?![\w-])/gi;

function inlineLine(line: string): string {
  let result = "";
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = addressOf(match[0]);
    if (address.endsWith("//")) continue;
    result += escape(line.slice(end, match.index)) + link(address);
    end = match.index + address.length;
  }
  return result + escape(line.slice(end));
}

/** An address without the punctuation of the sentence around it. */
function addressOf(match: string): string {
  let address = match.replace(TRAILING, "");
  while (address.endsWith(")") && count(address, ")") > count(address, "(")) {
    address = address.slice(0, -1).replace(TRAILING, "");
  }
  return address;
}

const TRAILING = /[?!.,:;*_~'-]{1,20}$/;

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

function link(address: string): string {
  if (/^www\./i.test(address)) return `[${escape(address)}](<http://${address}>)`;
  return `<${address}>`;
}

/**
 * Characters that begin something, each with what must stand around it to do so. An underscore inside a word begins
 * nothing, nor does a star between blanks, a backslash before a letter, `<` before a digit, `&` alone.
 */
const SPECIAL =
  /\\(?=[!-/:-@[-`{-~]|$)|[`[~]|\*(?!(?<=(?:^|\s)\*) )|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9_])|<(?=[A-Za-z/!?])|&(?=#?\w{1,40};)/g;

function escape(text: string): string {
  return text.replace(SPECIAL, "\\$&");
}

/** The same at the beginning of a block or after a break, where more characters mean something. */
export function blockStart(markdown: string): string {
  if (!markdown.includes("\n")) return lineStart(markdown);
  // Lines under each other could be a table.
  return markdown
    .split("\n")
    .map((line) => lineStart(line).replaceAll("|", "\\|"))
    .join("\n");
}

/** `#`, `>`, a bullet, an underline, a column rule, or the number of an item. */
function lineStart(line: string): string {
  return line
    .replace(/^(?:#(?=#{0,5}(?:\s|$))|>|[-+*=](?=\s|$|[-=])|:(?=-))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Inline Markdown for a table's cell, where `|` would end it. */
export function cell(text: string): string {
  return inline(text.replaceAll("\n", " ")).replaceAll("|", "\\|");
}
