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

/** What GFM may take for an address, and a little more: a link of its own, an address of a page or of a mailbox. */
const ADDRESS =
  /(?<![A-Za-z])(?:https?|ftp):\/\/[-.\w][^\s<>"`\\|[\]{}^]*|(?<![\p{L}\p{N}])www\.[-.\w][^\s<>"`\\|[\]{}^]*|[\w.+-]{1,64}@[-\w]{1,63}(?:\.[-\w]{1,63}){0,9}\.[-\w]{0,62}[A-Za-z](?![-\w])/giu;

/** What every address has; most text has none of it, and a look is cheaper than a search. */
const PERHAPS_ADDRESS = /@|:\/\/|www\./i;

function inlineLine(line: string): string {
  if (!PERHAPS_ADDRESS.test(line)) return escape(line);
  let result = "";
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = addressOf(match[0]);
    // A `!` right before a link would make it an image.
    result += escape(line.slice(end, match.index)).replace(/!$/, "\\!") + link(address);
    end = match.index + address.length;
  }
  return result + escape(line.slice(end));
}

/** An address without the punctuation of the sentence around it; of what is nothing but punctuation, all. */
function addressOf(match: string): string {
  const least = /^(?:\w{3,5}:\/\/|www\.)?./i.exec(match)?.[0].length ?? 0;
  let unopened = count(match, ")") - count(match, "(");
  let end = match.length;
  for (; end > least; end--) {
    const last = match[end - 1] ?? "";
    if (last === ")" && unopened > 0) unopened--;
    else if (!"?!.,:;*_~'-".includes(last)) break;
  }
  return match.slice(0, end);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

/** A mailbox that CommonMark takes between angle brackets. */
const MAILBOX = /^[\w.+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]+$/;

function link(address: string): string {
  if (/^(?:https?|ftp):/i.test(address) || MAILBOX.test(address)) return `<${address}>`;
  const target = /^www\./i.test(address) ? `http://${address}` : `mailto:${address}`;
  return `[${escape(address)}](<${target}>)`;
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
    .replace(/^(?:#(?=#{0,5}(?:\s|$))|>|[-+*=](?=\s|$|[-=:])|:(?=-))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Inline Markdown for a table's cell, where `|` would end it. */
export function cell(text: string): string {
  return inline(text.replaceAll("\n", " ")).replaceAll("|", "\\|");
}
