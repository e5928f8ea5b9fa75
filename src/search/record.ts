import { escapeAttribute, escapeHtml } from "../article/html.ts";
import type { Common } from "./common.ts";
import {
  conceal,
  concealWords,
  hiddenWords,
  hideBehind,
  shownWords,
  type PhraseNumbers,
} from "./concealed.ts";
import type { FilterName } from "./filters.ts";
import type { StoredText } from "./fragments.ts";
import type { Block, SearchPage, Trial } from "./page.ts";
import { ownIdWord } from "./question.ts";
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
}

export function styleOf({ words, phrases }: Common): RecordStyle {
  return {
    common: words,
    phrases: new Map(phrases.map((phrase, number) => [phrase, number])),
    chunks: rememberingChunks(),
  };
}

/** How often one word of one article enters the index: more repeats say little more. */
const REPEATS = 3;

export interface IndexRecord {
  /** The article as the small HTML document that Pagefind indexes. */
  html: string;
  /** All words that the article has, each once: common words of its text, too, though they are not indexed. */
  words: ReadonlySet<string>;
}

export function recordOf(page: SearchPage, style: RecordStyle): IndexRecord {
  const text = new TextIndexer(style);
  const names = nameWords(page).filter((word) => !style.common.has(word));
  const blocks = page.blocks.map((block) => blockHtml(block, text));
  const info: ResultInfo = {
    id: page.id,
    product: page.products.map(({ text }) => text).join(", "),
    modified: page.modified,
    issueType: page.issueTypes[0]?.text ?? "",
    trial: page.trial,
  };
  const html = [
    `<html lang="en"><body>`,
    meta("title", titleText(page.title)),
    meta("info", conceal(JSON.stringify(info))),
    `<p>${hideBehind("", names)}</p>`,
    ...blocks,
    `</body></html>`,
  ].join("\n");
  return { html, words: text.words([...names, ...wordsOf(page.title)]) };
}

/** The words of a record, from what Pagefind kept of it. */
export function storedWords(
  { content, meta }: StoredText,
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

function meta(name: string, value: string): string {
  return value === ""
    ? ""
    : `<i data-pagefind-meta="${name}[title]" title="${escapeAttribute(value)}"></i>`;
}

function blockHtml(block: Block, text: TextIndexer): string {
  const words = escapeHtml(text.index(block.text));
  if (block.kind !== "heading") return `<p>${words}</p>`;
  return block.id === undefined
    ? `<h3>${words}</h3>`
    : `<h3 id="${escapeAttribute(block.id)}">${words}</h3>`;
}

/** Titles are indexed whole: their words weigh most, and common ones are found in them alone. */
function titleText(title: string): string {
  return chunksOf(title)
    .map((chunk) => (chunk.plain ? chunk.raw : hideBehind(chunk.raw, chunk.words)))
    .join(" ");
}

/** Chooses, chunk by chunk, what of an article's text enters the index. Counts repeats, so use one for each article. */
class TextIndexer {
  #style: RecordStyle;
  #seen = new Map<string, number>();

  constructor(style: RecordStyle) {
    this.#style = style;
  }

  /** Neighbours that do not enter the index become one word in Pagefind's eyes: it has less to look at. */
  index(text: string): string {
    const indexed: string[] = [];
    let concealed: string[] = [];
    const flush = (): void => {
      if (concealed.length > 0) indexed.push(concealWords(concealed, this.#style.phrases));
      concealed = [];
    };
    for (const chunk of this.#style.chunks(text)) {
      const words = chunk.words.filter((word) => this.#wanted(word));
      if (words.length === 0) concealed.push(chunk.raw);
      else {
        flush();
        indexed.push(chunk.plain ? chunk.raw : hideBehind(chunk.raw, words));
      }
    }
    flush();
    return indexed.join(" ");
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
