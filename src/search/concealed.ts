/**
 * Pagefind indexes every word of the text it shows. To show words without indexing them (words too common to help, the
 * tenth repeat of one) they are written in the private use area, where no letters are: there is no word for it in them. The commonest have one character each, by the archive's phrasebook; the others are moved there letter by
 * letter. To index words without showing them (`0xc0000005` for `(0xC0000005,1)`), they follow a mark that says how many they are.
 */

/** U+0000 to U+00FF, moved out of sight. */
const SHIFT = 0xe000;
/** Marks for 0 to 255 hidden words. */
const MARK = 0xe200;
/** Characters that stand for words of the phrasebook. */
const PHRASE = 0xe300;
/** The most words that a phrasebook can hold. */
export const PHRASES_MAX = 0xf8ff - PHRASE;
const SPACE = String.fromCharCode(SHIFT + 0x20);

/** The most hidden words that one mark can announce. */
export const MARK_MAX = 0xff;

/** Moves the characters U+0000 to U+00FF of `text` out of Pagefind's sight. */
export function conceal(text: string): string {
  let concealed = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    concealed += String.fromCharCode(code <= 0xff ? SHIFT + code : code);
  }
  return concealed;
}

/** Undoes `conceal`. */
export function reveal(text: string): string {
  return text.replace(/[\ue000-\ue0ff]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - SHIFT),
  );
}

/** The words that have a character of their own, each with its number. */
export type PhraseNumbers = ReadonlyMap<string, number>;

/** A word out of sight: one character of the phrasebook, or spelt letter by letter. */
export interface ConcealedWord {
  text: string;
  spelt: boolean;
}

export function concealedWord(word: string, phrases: PhraseNumbers): ConcealedWord {
  const phrase = phrases.get(word);
  return phrase === undefined
    ? { text: conceal(word), spelt: true }
    : { text: String.fromCharCode(PHRASE + phrase), spelt: false };
}

/** Neighbouring words as one: the fewer words Pagefind sees, the less it has to look at. */
export function concealWords(words: readonly ConcealedWord[]): string {
  let concealed = "";
  let spelt = false;
  for (const word of words) {
    concealed += spelt && word.spelt ? SPACE + word.text : word.text;
    spelt = word.spelt;
  }
  return concealed;
}

/** Undoes `concealWords`, and leaves other words as they are. */
function revealWords(stored: string, phrases: readonly string[]): string[] {
  const spaced = stored.replace(
    /[\ue300-\uf8ff]/g,
    (character) => ` ${phrases[character.charCodeAt(0) - PHRASE] ?? ""} `,
  );
  return reveal(spaced).split(" ").filter(Boolean);
}

/** A text to be shown and not indexed (may be empty), before so many words to be indexed and not shown. */
export function hideBehind(shown: string, hidden: number): string {
  return conceal(shown) + String.fromCharCode(MARK + hidden);
}

/** A word as the reader sees it, and the places in Pagefind's count of words that it answers for. */
export interface ShownWord {
  text: string;
  from: number;
  to: number;
}

/** Reads the text that Pagefind kept back into the words to show. Words concealed together stand at one place. */
export function shownWords(content: string, phrases: readonly string[]): ShownWord[] {
  const stored = content.split(/\s+/).filter(Boolean);
  const shown: ShownWord[] = [];
  for (let from = 0; from < stored.length;) {
    const word = stored[from] ?? "";
    const mark = /[\ue200-\ue2ff]/.exec(word);
    const hidden = mark ? mark[0].charCodeAt(0) - MARK : 0;
    const to = from + hidden + 1;
    const texts = revealWords(mark ? word.slice(0, mark.index) : word, phrases);
    shown.push(...texts.map((text) => ({ text, from, to })));
    from = to;
  }
  return shown;
}

/** The words that a text which Pagefind kept has and does not show. Pagefind may end a paragraph's last one with a full stop. */
export function hiddenWords(content: string): string[] {
  const stored = content.split(/\s+/).filter(Boolean);
  return stored.flatMap((word, at) => {
    const mark = /[\ue200-\ue2ff]/.exec(word);
    const hidden = mark ? mark[0].charCodeAt(0) - MARK : 0;
    return stored.slice(at + 1, at + 1 + hidden).map((one) => one.replace(/\.$/, ""));
  });
}
