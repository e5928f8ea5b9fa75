/** Characters of windows-1252 at 0x80 to 0x9F; the five bytes that it leaves undefined are U+FFFD here. */
const UPPER = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** How a byte without a character is shown: the picture of “substitute”, since U+24xx has none of its own for it. */
export const SUBSTITUTE = "\u2426";

/** The character of a byte in windows-1252. */
export function charOf(byte: number): string {
  if (byte < 0x80 || byte > 0x9f) return String.fromCharCode(byte);
  const char = UPPER[byte - 0x80] ?? "\uFFFD";
  return char === "\uFFFD" ? SUBSTITUTE : char;
}
