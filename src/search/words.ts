/**
 * How text becomes index words. The same function reads articles when the index is built and questions when they are
 * asked, so what is written alike is found alike. Index words are lower-case letters and digits only: the one alphabet
 * that the full-text index leaves untouched.
 */

/** One run of text between white space, and the index words it stands for, the most telling first. */
export interface Chunk {
  /** As written, punctuation included. */
  raw: string;
  /** Never twice the same; empty where the chunk is punctuation alone. */
  words: string[];
  /** The same by what they stand for: `hr=0x8007` holds two names, `foo.dll` one with two parts. */
  names: string[][];
  /** The chunk is one word of letters, perhaps with punctuation around it, and needs no second form. */
  plain: boolean;
}

/** Splits text at white space and gives each chunk its index words. */
export function chunksOf(text: string): Chunk[] {
  return text.split(/\s+/).filter(Boolean).map(chunkOf);
}

/** A `chunksOf` that remembers what it has seen: for many texts of one language it is ten times faster. */
export function rememberingChunks(most = 100_000): typeof chunksOf {
  const seen = new Map<string, Chunk>();
  return (text) =>
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((raw) => {
        const known = seen.get(raw);
        if (known) return known;
        if (seen.size >= most) seen.clear();
        const chunk = chunkOf(raw);
        seen.set(raw, chunk);
        return chunk;
      });
}

/** The index words of a text, in order, repeats included. */
export function wordsOf(text: string): string[] {
  return chunksOf(text).flatMap((chunk) => chunk.words);
}

const PLAIN = /^[^\p{L}\p{N}+#.-]*(\p{Lu}?\p{Ll}+|\p{Lu}+)[^\p{L}\p{N}+#]*$/u;

/** A run of text without white space, as a chunk. */
export function chunkOf(raw: string): Chunk {
  const folded = withoutAccents(raw);
  const plain = folded === raw ? PLAIN.exec(raw) : null;
  if (plain) {
    const word = (plain[1] ?? "").toLowerCase();
    return { raw, words: [word], names: [[word]], plain: true };
  }
  const signs = signWords(folded).map((word) => [word]);
  const pieces = piecesOf(folded).map((piece) => [...new Set(pieceWords(piece))]);
  const names = [...signs, ...pieces].filter((words) => words.length > 0);
  return { raw, words: [...new Set(names.flat())], names, plain: false };
}

/** `Zürich` → `Zurich`: not every keyboard has all letters. */
function withoutAccents(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Names whose signs are the point of them: `+OK`, `-ERR`, `C++`, `C#`, `.NET`. */
const SIGNS: [pattern: RegExp, word: string][] = [
  [/^["'(]*\+OK\b/i, "plusok"],
  [/^["'(]*-ERR\b/i, "minuserr"],
  [/(^|[^\p{L}])C\+\+/iu, "cplusplus"],
  [/(^|[^\p{L}])C#/iu, "csharp"],
  [/(^|[^\p{L}\p{N}])\.NET\b/iu, "dotnet"],
];

function signWords(raw: string): string[] {
  return SIGNS.filter(([pattern]) => pattern.test(raw)).map(([, word]) => word);
}

/** Splits at punctuation that glues separate things: `(0xC0000005,0x8013B5E6)`, `hr=0x800cccdd`, `a\b`. */
function piecesOf(raw: string): string[] {
  return raw
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .split(/[^\p{L}\p{N}._'’&$-]+/u)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}-]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter(Boolean);
}

/** Between digits, so that version 4.0 is not number 40. */
const DOT = "dot";
/** After numbers and codes: the index finds longer words for their beginnings, and 3100 is not what a question for 31 wants. */
const END = "z";

function pieceWords(piece: string): string[] {
  const code = codesOf(piece);
  if (code.length > 0) return code.map((word) => word + END);
  const parts = piece
    .replace(/['’]s$/iu, "")
    .replace(/['’]/gu, "")
    .replace(/(\d)\.(?=\d)/g, `$1${DOT}`)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const fused = parts.join("").toLowerCase();
  const within = parts.flatMap(camelParts).map((part) => part.toLowerCase());
  return [fused, ...within.filter((part) => part.length > 1)].filter(Boolean);
}

/** `GetFooBar` → `Get`, `Foo`, `Bar`; `MSExchange` → `MS`, `Exchange`; `mapi32` stays whole. */
function camelParts(part: string): string[] {
  const humps = part.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
  return humps.length > 1 ? [part, ...humps] : [part];
}

/** Numbers in all the ways in which one error is written: `0x80040E14`, `80040e14`, `-2147217900`, `2147749396`. */
function codesOf(piece: string): string[] {
  const id = /^(?:kb|q)-?(\d{5,7})$/i.exec(piece);
  if (id) return [`q${id[1]}`, String(id[1])];
  const hex = /^(?:0x([\da-f]+)[hul]*|(?=\d*[a-f])([\da-f]{8})h?)$/i.exec(piece);
  if (hex) return [`0x${trimZeros(hex[1] ?? hex[2] ?? "")}`];
  // Eight digits from 8 on may be a result code that was written without its mark.
  if (/^[89]\d{7}$/.test(piece)) return [piece, `0x${piece}`];
  const decimal = /^(-?)(\d{9,10})$/.exec(piece);
  if (decimal) {
    const value = decimal[1] ? 2 ** 32 - Number(decimal[2]) : Number(decimal[2]);
    const isResult = value >= 2 ** 31 && value < 2 ** 32;
    return [...(isResult ? [`0x${value.toString(16)}`] : []), trimZeros(decimal[2] ?? "")];
  }
  const number = /^-?(\d+)$/.exec(piece);
  return number ? [trimZeros(number[1] ?? "")] : [];
}

function trimZeros(digits: string): string {
  return digits.toLowerCase().replace(/^0+(?=.)/, "");
}
