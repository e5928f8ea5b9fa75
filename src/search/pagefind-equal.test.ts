import { globSync, readFileSync } from "node:fs";
import { close, createIndex } from "pagefind";
import { beforeAll, expect, test } from "vitest";
import { escapeAttribute, escapeHtml } from "../article/html.ts";
import { CborReader } from "./cbor.ts";
import type { StoredText } from "./fragments.ts";
import { Lexicon } from "./lexicon.ts";
import type { SearchPage } from "./page.ts";
import { contentOf } from "./pagefind-files.ts";
import { joinTables, WordTableMaker } from "./postings.ts";
import { recordOf, type IndexRecord } from "./record.ts";

/** What we write is what Pagefind itself would write of the same texts: words, pages, places, and what is kept of each page. */

const ARTICLES = globSync("content/kb/*/*/index.md").sort();
const STARTS =
  "be relat hopp fil cat boy y syz conflat siz gener commun arsen emerg inter later organ past univers succ add ebb inn even even3 archaeol x3".split(
    " ",
  );
const ENDINGS =
  "s es ies ied ed edly ing ingly eed eedly y ly sses us tional ency ancy ably ently izer ization ational ation ator alism ality ally fulness ously ousness iveness ivity bility bly ogist ogy fully lessly alize icate icity ical ful ness ative al ance er able ement ment ent ism ous ive ize sion tion e l ll".split(
    " ",
  );

let ours: { records: IndexRecord[]; words: Map<string, string> };
let pagefinds: { texts: Map<string, StoredText>; words: Map<string, string> };

beforeAll(async () => {
  const lexicon = new Lexicon({ words: new Set(["the", "is"]), phrases: ["the"] });
  const stems = STARTS.flatMap((start) => ENDINGS.map((ending) => start + ending)).join(" ");
  const pages = [...ARTICLES.map(pageOf), page("R1", "Stems", [`Of ${stems}`])];
  const records = pages.map((one) => recordOf(one, lexicon));
  ours = { records, words: ourWords(records, lexicon.stems) };
  pagefinds = await indexByPagefind(records);
});

/** The lines of an article's file; without `_` and letters with signs, which Pagefind indexes in ways that nobody can ask for. */
function pageOf(path: string): SearchPage {
  const lines = readFileSync(path, "utf8")
    .replace(/[_\x80-\uffff]/g, " ")
    .split("\n");
  return page(/\w+(?=\/index)/.exec(path)?.[0] ?? "", lines[2] ?? "", lines.filter(Boolean));
}

function page(id: string, title: string, lines: string[]): SearchPage {
  const blocks = lines.map((text, at) =>
    text.startsWith("#")
      ? { kind: "heading" as const, id: `h${at}`, text }
      : { kind: "text" as const, text },
  );
  const values = { products: [], keywords: [], issueTypes: [], otherWords: ["4.0"] };
  return { id, title, ...values, modified: "2002-08-16", trial: "none", blocks };
}

function ourWords(records: readonly IndexRecord[], stems: readonly string[]): Map<string, string> {
  const maker = new WordTableMaker(stems);
  for (const [at, { places }] of records.entries()) maker.add(at, places);
  const words = joinTables([{ table: maker.table(), base: 0 }]);
  return new Map([...words].map(({ word, bytes }) => [word, bytes.toString("hex")]));
}

async function indexByPagefind(records: readonly IndexRecord[]) {
  const { index } = await createIndex({ forceLanguage: "en" });
  for (const { text } of records) await index?.addHTMLFile({ url: text.url, content: html(text) });
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  const read = (folder: string) =>
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ content }) => contentOf(Buffer.from(content)));
  const texts = read("fragment/").map((bytes) => JSON.parse(bytes.toString()) as StoredText);
  const words = read("index/").flatMap(entriesIn);
  return { texts: new Map(texts.map((text) => [text.url, text])), words: new Map(words) };
}

/** A page that holds what is kept of ours. Its elements are such that Pagefind adds no full stops. */
function html({ content, meta, anchors }: StoredText): string {
  const words = content.split(" ").map(escapeHtml);
  for (const { id, text, location } of anchors) {
    const last = location + text.split(" ").length - 1;
    words[location] = `<b id="${id}" data-pagefind-weight="5">${words[location]}`;
    words[last] = `${words[last]}</b>`;
  }
  const fields = Object.entries(meta).map(
    ([name, value]) =>
      `<i data-pagefind-meta="${name}[title]" title="${escapeAttribute(value)}"></i>`,
  );
  return `<html lang="en"><body>${fields.join("")} ${words.join(" ")}</body></html>`;
}

/** Words of one of Pagefind's files, with the bytes of their entries. */
function entriesIn(bytes: Buffer): [string, string][] {
  const reader = new CborReader(bytes);
  reader.array();
  return Array.from({ length: reader.array() }, () => {
    const [from, to] = [reader.at, (reader.skip(), reader.at)];
    const entry = new CborReader(bytes.subarray(from, to));
    entry.array();
    return [entry.text(), bytes.toString("hex", from, to)];
  });
}

test("there are articles to compare", () => {
  expect(ARTICLES.length).toBeGreaterThan(10);
  expect(ours.words.size).toBeGreaterThan(1000);
});

test("the words are the same, on the same pages, in the same places", () => {
  expect(ours.words).toEqual(pagefinds.words);
});

test("what is kept of each page is the same", () => {
  for (const { text } of ours.records) {
    const anchors = text.anchors.map((anchor) => ({ ...anchor, element: "b" }));
    expect(pagefinds.texts.get(text.url)).toEqual({ ...text, anchors });
  }
});
