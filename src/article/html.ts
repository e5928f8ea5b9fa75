/** Text in HTML, escaped as the Markdown renderer does it. */

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** For a value between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeHtml(text).replaceAll('"', "&quot;");
}

/**
 * Text in HTML that is ASCII alone: all other characters are written as references. What stands on every page is written so, for one other
 * character in a page makes its encoding take three times as long, and one beyond U+00FF seven times. It is put
 * together of characters, for what `replace` makes of a text with two bytes a character has two again.
 */
export function asciiHtml(text: string): string {
  const escaped = escapeHtml(text);
  if (/^[ -~]*$/.test(escaped)) return escaped;
  const characters = Array.from(escaped, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0x7f ? `&#${code};` : character;
  });
  return characters.join("");
}

export function unescapeHtml(html: string): string {
  if (!html.includes("&")) return html;
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#x60;", "`")
    .replaceAll("&amp;", "&");
}
