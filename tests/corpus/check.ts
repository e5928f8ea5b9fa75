import { basename } from "node:path";
import { writeArticle } from "../../src/article/file.ts";
import { HEADINGS, sectionsOf } from "../../src/article/sections.ts";
import type { Article } from "../../src/article/schema.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";
import { missingWords, readPlain, wordsOf, type PlainSource } from "./source.ts";

/** What is wrong with one article, as compared with the plainest reading of its source. */
export interface Check {
  parsed: boolean;
  /** Header and trailer fields that do not say what the source says. */
  wrongFields: string[];
  /** Known sections that the source has and the article has not, or the other way round. */
  wrongSections: string[];
  /** Words of the body. */
  words: number;
  missing: string[];
  invented: string[];
}

export function checkSource(bytes: Uint8Array, file: string): Check {
  const { article, findings } = parseKbText(bytes, basename(file));
  const plain = readPlain(bytes);
  const words = wordsOf(plain.body);
  const check: Check = {
    parsed: false,
    wrongFields: [],
    wrongSections: [],
    words: words.length,
    missing: words,
    invented: [],
  };
  if (article === undefined) return check;
  // Titles of empty sections are left out on purpose, each with a finding.
  const dropped = findings.filter(({ ruleId }) => ruleId === "kbtext/empty-section");
  const excused = dropped.flatMap(({ reason }) => wordsOf(/“(.*)”/.exec(reason)?.[1] ?? ""));
  const text = plainText(article);
  const known = [...words, ...wordsOf("the information in this article applies to")];
  return {
    parsed: true,
    wrongFields: wrongFields(article, plain),
    wrongSections: wrongSections(article, plain, excused),
    words: words.length,
    missing: missingWords(words, [...text, ...excused, ...trailerWords(article), ...FRAME]),
    invented: missingWords(text, known),
  };
}

/** The frame's own words, which every article has and none keeps. */
const FRAME = wordsOf("the information in this article applies to additional query words");

/** The words of what an article says in its frame and sections, without the marks of Markdown. */
function plainText(article: Article): string[] {
  const { frontMatter, body } = article;
  const keyed = Object.entries(HEADINGS).flatMap(([key, heading]) => {
    const markdown = frontMatter[key as keyof typeof HEADINGS];
    return markdown === undefined ? [] : [heading, markdown];
  });
  const marked = [...keyed, body].join("\n").replace(MARKS, " ");
  return [...(frontMatter.appliesTo ?? []), marked].flatMap(wordsOf);
}

/** Info strings of fences, and the targets of links that repeat their text. */
const MARKS = /(?<=^[-*>\d.) ]*)`{3,}[a-z]+$|(?<=\])\(<(?:http:\/\/|mailto:)[^>]*>\)/gm;

function trailerWords(article: Article): string[] {
  return (article.frontMatter.queryWords ?? []).flatMap(wordsOf);
}

function wrongFields(article: Article, plain: PlainSource): string[] {
  const { frontMatter } = article;
  const pairs: [string, string[] | undefined, string | string[] | undefined][] = [
    ["products", plain.header[plain.form === 1 ? "PRODUCT" : "Product(s)"], frontMatter.products],
    [
      "operatingSystems",
      plain.header[plain.form === 1 ? "OPER/SYS" : "Operating System(s)"],
      frontMatter.operatingSystems,
    ],
    [
      "keywords",
      filled(plain.trailer.Keywords) ?? plain.header[plain.form === 1 ? "KEYWORDS" : "Keyword(s)"],
      frontMatter.keywords,
    ],
    ["technology", plain.trailer.Technology, frontMatter.technology],
    ["hardware", plain.trailer.Hardware, frontMatter.hardware],
    ["issueType", plain.trailer["Issue type"], frontMatter.issueType],
    ["solutionType", plain.trailer["Solution Type"], frontMatter.solutionType],
    [
      "versions",
      whole(plain.header[plain.form === 1 ? "PROD/VER" : "Version(s)"], plain.trailer.Version),
      frontMatter.versions,
    ],
    ["title", plain.header.TITLE ?? wordsOf(frontMatter.title), frontMatter.title],
  ];
  return pairs.flatMap(([name, source, ours]) => {
    const expected = [...new Set(source ?? [])].sort().join(" ");
    const actual = [...new Set([ours ?? []].flat().flatMap((value) => wordsOf(value)))]
      .sort()
      .join(" ");
    return expected === actual ? [] : [name];
  });
}

/** The header cuts long values off. */
function whole(header: string[] = [], trailer: string[] = []): string[] {
  return trailer.length > header.length || trailer.join(" ").length > header.join(" ").length
    ? trailer
    : header;
}

function filled(words: string[] | undefined): string[] | undefined {
  return words === undefined || words.length === 0 ? undefined : words;
}

function wrongSections(article: Article, plain: PlainSource, excused: string[]): string[] {
  const ours = sectionsOf(article).map(({ heading }) => heading.toLowerCase());
  const theirs = plain.sections.map((title) => title.toLowerCase());
  const lost = missingWords(theirs, ours).filter(
    (title) => !wordsOf(title).every((word) => excused.includes(word)),
  );
  const known = ours.filter((heading) =>
    /^(?:summary|symptoms|cause|resolution|workaround|status|more information|references)$/.test(
      heading,
    ),
  );
  const made = missingWords(known, theirs).filter(
    (title) => !/^(?:symptom|cause|resolution|workaround)s?$/.test(title),
  );
  return [...lost.map((title) => `-${title}`), ...made.map((title) => `+${title}`)];
}

/** The article file's size, so that writing it is part of what is measured. */
export function writtenLength(article: Article): number {
  return writeArticle(article).length;
}
