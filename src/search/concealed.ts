/**
 * Pagefind indexes every word of the text it shows. To show words without indexing them (words too common to help, the
 * tenth repeat of one) their characters are moved to the private use area, where no letters are: Pagefind keeps them in
 * the text and finds no word in them. To index words without showing them (`0xc0000005` for `(0xC0000005,1)`), they
 * follow a mark that says how many they are.
 */

const SHIFT = 0xe000;
const MARK = 0xe200;
/** The most hidden words that one mark can announce. */
const MARK_MAX = 0xff;

/** Moves the characters U+0000 to U+00FF of `text` out of Pagefind's sight. */
export function conceal(text: string): string {
  return text.replace(/[\0-\xff]/g, (character) =>
    String.fromCharCode(SHIFT + character.charCodeAt(0)),
  );
}

/** Undoes `conceal`. */
export function reveal(text: string): string {
  return text.replace(/[\ue000-\ue0ff]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - SHIFT),
  );
}

/** Words to be indexed and not shown, behind a text (may be empty) to be shown and not indexed. */
export function hideBehind(shown: string, words: string[]): string {
  const hidden = words.slice(0, MARK_MAX);
  return [conceal(shown) + String.fromCharCode(MARK + hidden.length), ...hidden].join(" ");
}

/** A word as the reader sees it, and the places in Pagefind's count of words that it answers for. */
export interface ShownWord {
  text: string;
  from: number;
  to: number;
}

/** Reads the text that Pagefind kept back into the words to show. Words concealed together stand at one place. */
export function shownWords(content: string): ShownWord[] {
  const stored = content.split(/\s+/).filter(Boolean);
  const shown: ShownWord[] = [];
  for (let from = 0; from < stored.length;) {
    const word = stored[from] ?? "";
    const mark = /[\ue200-\ue2ff]/.exec(word);
    const hidden = mark ? mark[0].charCodeAt(0) - MARK : 0;
    const to = from + hidden + 1;
    for (const text of reveal(mark ? word.slice(0, mark.index) : word).split(" ")) {
      if (text !== "") shown.push({ text, from, to });
    }
    from = to;
  }
  return shown;
}
