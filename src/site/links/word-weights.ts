/**
 * What the words of an article weigh, each known by a digest of its singular. Words have three letters or more, `3com` among them, or are
 * numbers of four or five digits: longer ones are sizes of files.
 *
 * Every word of an archive passes through here. So no word is cut out of its text, and one table serves all articles.
 */
export class WordWeights {
  /** A word stands at the place that its digest names, or at the next that was free. */
  readonly #digests = new Int32Array(PLACES);
  /** By place; 0 where no word stands. */
  readonly #weights = new Int32Array(PLACES);
  /** Places of words, in the order in which these came first. */
  readonly #taken = new Uint16Array(PLACES);
  #count = 0;

  clear(): void {
    for (let nth = 0; nth < this.#count; nth += 1) this.#weights[this.#taken[nth] as number] = 0;
    this.#count = 0;
  }

  /** Adds `weight` to each word of a text in lower case, once for each time that it stands there. */
  add(text: string, weight: number): void {
    let at = 0;
    while (at < text.length) {
      const start = at;
      let code = text.charCodeAt(at);
      let digest = FNV_BASIS;
      let digestBefore = digest;
      while (isDigit(code)) {
        digest = withCode(digest, code);
        code = codeAt(text, ++at);
      }
      const digits = at - start;
      if (digits > 0 && !isAsciiLetter(code)) {
        if (digits === 4 || digits === 5) this.#addWord(digest, weight);
        continue;
      }
      while (isInWord(code)) {
        digestBefore = digest;
        digest = withCode(digest, code);
        code = codeAt(text, ++at);
      }
      if (at - start - digits >= 3) {
        this.#addWord(isPlural(text, start, at) ? digestBefore : digest, weight);
      } else if (at === start) at += 1;
    }
  }

  #addWord(digest: number, weight: number): void {
    let place = digest & (PLACES - 1);
    while (this.#weights[place] !== 0 && this.#digests[place] !== digest) {
      place = (place + 1) & (PLACES - 1);
    }
    if (this.#weights[place] === 0) {
      this.#digests[place] = digest;
      this.#taken[this.#count++] = place;
    }
    this.#weights[place] = (this.#weights[place] as number) + weight;
  }

  /** Tells each word's digest and weight, in the order in which the words came first. */
  forEach(tell: (digest: number, weight: number) => void): void {
    for (let nth = 0; nth < this.#count; nth += 1) {
      const place = this.#taken[nth] as number;
      tell(this.#digests[place] as number, this.#weights[place] as number);
    }
  }
}

/** More than the words that the beginnings of an article's texts can have, so that some are always free. A power of two. */
const PLACES = 1 << 13;

/** The digest by which a word in lower case is known. */
export function digestOf(word: string): number {
  return digestOfName(isPlural(word, 0, word.length) ? word.slice(0, -1) : word);
}

/** The same digest of a text that is taken as it is. */
export function digestOfName(name: string): number {
  let digest = FNV_BASIS;
  for (let at = 0; at < name.length; at += 1) digest = withCode(digest, name.charCodeAt(at));
  return digest;
}

/** Whether the last letter is left out: `servers`, but neither `process` nor `status`. */
function isPlural(text: string, start: number, end: number): boolean {
  if (end - start <= 4 || text.charCodeAt(end - 1) !== S) return false;
  const before = text.charCodeAt(end - 2);
  return before !== S && before !== U;
}

const S = "s".charCodeAt(0);
const U = "u".charCodeAt(0);

/** Asking for what stands behind the end would be slow. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter, or `_`. */
function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

/** From `À` on, what is no letter is rare. */
function isInWord(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code >= 0xc0;
}

/** The function of Fowler, Noll and Vo (FNV-1a, 32 bits), a character at a time. */
function withCode(digest: number, code: number): number {
  return Math.imul(digest ^ code, 0x01000193);
}

const FNV_BASIS = 0x811c9dc5 | 0;
