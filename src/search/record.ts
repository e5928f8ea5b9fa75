import type { Common } from "./common.ts";
import { conceal, hiddenWords, shownWords, type PhraseNumbers } from "./concealed.ts";
import type { FilterName } from "./filters.ts";
import type { StoredText } from "./fragments.ts";
import type { Block, SearchPage, Trial } from "./page.ts";
import { ownIdWord } from "./question.ts";
import { rememberingStems } from "./stem.ts";
import { StoredWords, type Places, type PlacesByStem } from "./stored-words.ts";
import { chunksOf, rememberingChunks, wordsOf } from "./words.ts";

/** What a result shows beside its title and excerpt. Travels in Pagefind's record as concealed JSON. */
export interface ResultInfo {
  id: string;
  product: string;
  modified: string;
  issueType: string;
  trial: Trial;
}

/** What the records of one archive have in common. */
export interface RecordStyle {
  /** Words so common that only titles need them in the index. */
  common: ReadonlySet<string>;
  phrases: PhraseNumbers;
  chunks: typeof chunksOf;
  stemOf: (word: string) => string;
}

export function styleOf({ words, phrases }: Common): RecordStyle {
  return {
    common: words,
    phrases: new Map(phrases.map((phrase, number) => [phrase, number])),
    chunks: rememberingChunks(),
    stemOf: rememberingStems(),
  };
}

/** How often one word of one article enters the index: more repeats say little more. */
const REPEATS = 3;

/** An article as the full-text index has it: what it shows, and what it is found by (see `concealed.ts`). */
export interface IndexRecord {
  text: StoredText;
  places: PlacesByStem;
  /** All words that the article has, each once: common words of its text, too, though they are not indexed. */
  words: ReadonlySet<string>;
}

export function recordOf(page: SearchPage, style: RecordStyle): IndexRecord {
  const places: PlacesByStem = new Map();
  const title = new StoredWords(places, style.stemOf);
  addTitle(page.title, title);
  const content = new StoredWords(places, style.stemOf);
  const names = nameWords(page).filter((word) => !style.common.has(word));
  content.addHidden("", names, "text");
  const indexer = new TextIndexer(style, content);
  const anchors = page.blocks.flatMap((block) => addBlock(block, indexer, content));
  return {
    text: {
      url: page.id,
      content: content.text(),
      word_count: content.length,
      filters: {},
      meta: { info: conceal(JSON.stringify(infoOf(page))), title: title.text() },
      anchors,
    },
    places,
    words: indexer.words([...names, ...wordsOf(page.title)]),
  };
}

function infoOf(page: SearchPage): ResultInfo {
  return {
    id: page.id,
    product: page.products.map(({ text }) => text).join(", "),
    modified: page.modified,
    issueType: page.issueTypes[0]?.text ?? "",
    trial: page.trial,
  };
}

/** The words of a record, from what Pagefind kept of it. */
export function storedWords(
  { content, meta }: Pick<StoredText, "content" | "meta">,
  phrases: readonly string[],
): ReadonlySet<string> {
  const shown = [content, meta.title].flatMap((text) => shownWords(text, phrases));
  const hidden = [content, meta.title].flatMap(hiddenWords);
  return new Set([...shown.flatMap(({ text }) => wordsOf(text)), ...hidden]);
}

/** What results can be narrowed by, with the article's values. */
export function filterValues(page: SearchPage): Record<FilterName, string[]> {
  const texts = (values: readonly { text: string }[]) => [
    ...new Set(values.map(({ text }) => text)),
  ];
  return {
    product: texts(page.products),
    year: page.modified === "" ? [] : [page.modified.slice(0, 4)],
    issue: texts(page.issueTypes),
    keyword: texts(page.keywords),
    trial: [page.trial],
  };
}

/** Words that the article answers to beside those of its text: its number, keywords and products. */
export function nameWords(page: SearchPage): string[] {
  const values = [...page.keywords, ...page.products, ...page.issueTypes];
  const codes = values.flatMap(({ code, text }) => [code, text]);
  const names = [page.id, ...codes, ...page.otherWords].flatMap(wordsOf);
  return [...new Set([ownIdWord(page.id.replace(/^[A-Z]+/, "")), ...names])];
}

/** Titles are indexed whole: their words weigh most, and common ones are found in them alone. */
function addTitle(title: string, stored: StoredWords): void {
  for (const { raw, plain, words } of chunksOf(title)) {
    if (plain) stored.addShown(raw, words[0] ?? "", "title");
    else stored.addHidden(raw, words, "title");
  }
}

/** Gives the place that can be linked to, where the block is one. */
function addBlock(
  { kind, id, text }: Block,
  indexer: TextIndexer,
  content: StoredWords,
): StoredText["anchors"] {
  const location = content.length;
  indexer.add(text, kind === "heading" ? "headings" : "text");
  return id === undefined ? [] : [{ element: "h3", id, text: content.text(location), location }];
}

/** Chooses, chunk by chunk, what of an article's text enters the index. Counts repeats, so use one for each article. */
class TextIndexer {
  #style: RecordStyle;
  #content: StoredWords;
  #seen = new Map<string, number>();

  constructor(style: RecordStyle, content: StoredWords) {
    this.#style = style;
    this.#content = content;
  }

  /** Neighbours that do not enter the index become one word: it is quicker to read. */
  add(text: string, kind: keyof Places): void {
    const { chunks, phrases } = this.#style;
    let concealed: string[] = [];
    for (const { raw, plain, words } of chunks(text)) {
      const wanted = words.filter((word) => this.#wanted(word));
      if (wanted.length === 0) {
        concealed.push(raw);
        continue;
      }
      this.#content.addConcealed(concealed, phrases);
      concealed = [];
      if (plain) this.#content.addShown(raw, wanted[0] ?? "", kind);
      else this.#content.addHidden(raw, wanted, kind);
    }
    this.#content.addConcealed(concealed, phrases);
  }

  /** The words that were seen, and `others`. */
  words(others: readonly string[]): Set<string> {
    return new Set([...this.#seen.keys(), ...others]);
  }

  #wanted(word: string): boolean {
    const times = (this.#seen.get(word) ?? 0) + 1;
    this.#seen.set(word, times);
    return times <= REPEATS && !this.#style.common.has(word);
  }
}
