import { conceal, hiddenWords, shownWords } from "./concealed.ts";
import type { FilterName } from "./filters.ts";
import type { StoredText } from "./fragments.ts";
import type { KnownChunk, KnownWord, Lexicon } from "./lexicon.ts";
import type { Block, SearchPage, Trial } from "./page.ts";
import { ownIdWord } from "./question.ts";
import { IN_HEADING, IN_TEXT, IN_TITLE, StoredWords, type Places } from "./stored-words.ts";
import { wordsOf } from "./words.ts";

/** What a result shows beside its title and excerpt. Travels in Pagefind's record as concealed JSON. */
export interface ResultInfo {
  id: string;
  product: string;
  modified: string;
  issueType: string;
  trial: Trial;
}

/** How often one word of one article enters the index: more repeats say little more. */
const REPEATS = 3;

/** An article as the full-text index has it: what it shows, and what it is found by (see `concealed.ts`). */
export interface IndexRecord {
  text: StoredText;
  places: Places;
}

/** The lexicon meets all words that the article has: common ones of its text, too, though they are not indexed. */
export function recordOf(page: SearchPage, lexicon: Lexicon): IndexRecord {
  lexicon.nextPage();
  const places: Places = [];
  const title = new StoredWords(places);
  addTitle(page.title, lexicon, title);
  const content = new StoredWords(places);
  addNames(page, lexicon, content);
  const anchors = page.blocks.flatMap((block) => addBlock(block, lexicon, content));
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

/** Titles are indexed whole: their words weigh most, and common ones are found in them alone. */
function addTitle(title: string, lexicon: Lexicon, stored: StoredWords): void {
  for (const { raw, plain, words } of lexicon.chunksOf(title)) {
    const [word] = words;
    for (const word of words) lexicon.meet(word);
    if (plain && word) stored.addShown(raw, word, IN_TITLE);
    else stored.addHidden(raw, words, IN_TITLE);
  }
}

/** Words that the article answers to beside those of its text: its number, keywords and products. */
function addNames(page: SearchPage, lexicon: Lexicon, content: StoredWords): void {
  const values = [...page.keywords, ...page.products, ...page.issueTypes];
  const codes = values.flatMap(({ code, text }) => [code, text]);
  const number = lexicon.word(ownIdWord(page.id.replace(/^[A-Z]+/, "")));
  const names = [page.id, ...codes, ...page.otherWords].flatMap((name) => lexicon.wordsOf(name));
  const rare = [...new Set([number, ...names])].filter((word) => !word.common);
  for (const word of rare) lexicon.meet(word);
  content.addHidden("", rare, IN_TEXT);
}

/** Gives the place that can be linked to, where the block is one. */
function addBlock(
  { kind, id, text }: Block,
  lexicon: Lexicon,
  content: StoredWords,
): StoredText["anchors"] {
  const location = content.length;
  addText(text, kind === "heading" ? IN_HEADING : IN_TEXT, lexicon, content);
  return id === undefined ? [] : [{ element: "h3", id, text: content.text(location), location }];
}

/** Chooses, chunk by chunk, what of a text enters the index. Neighbours that do not become one word: it is quicker to read. */
function addText(text: string, place: number, lexicon: Lexicon, content: StoredWords): void {
  let concealed: KnownChunk[] = [];
  for (const chunk of lexicon.chunksOf(text)) {
    const wanted = chunk.words.filter((word) => isWanted(word, lexicon));
    const [word] = wanted;
    if (word === undefined) {
      concealed.push(chunk);
      continue;
    }
    content.addConcealed(concealed);
    concealed = [];
    if (chunk.plain) content.addShown(chunk.raw, word, place);
    else content.addHidden(chunk.raw, wanted, place);
  }
  content.addConcealed(concealed);
}

function isWanted(word: KnownWord, lexicon: Lexicon): boolean {
  lexicon.meet(word);
  return ++word.times <= REPEATS && !word.common;
}
