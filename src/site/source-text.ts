/**
 * The text of a source file: UTF-8 where the bytes are that, else windows-1252 as the archive has it. Line ends become
 * line feeds; control characters, which HTML cannot hold, their pictures (U+24xx).
 */
export function sourceText(bytes: Uint8Array): string {
  return decoded(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, (character) => picture(character.charCodeAt(0)));
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function picture(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\uFFFD";
}
