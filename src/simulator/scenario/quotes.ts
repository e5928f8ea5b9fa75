/** Finds words in an article: each run of white space, in both, is one space. */

import { slug } from "../../article/render-headings.ts";
import type { Article } from "../../article/schema.ts";
import { sectionsOf } from "../../article/sections.ts";
import { holesOf, patternOf } from "../text.ts";
import { parseMarkdown, textOf } from "./blocks.ts";

/** Where words stand, and how the article has them. */
export interface Found {
  readonly words: string;
  readonly section: string;
  readonly anchor: string;
}

/** Looks for a template's words: a hole, `{name}`, stands for any run without white space. */
export type Finder = (template: string) => Found | undefined;

/** Reads an article once, for many questions. */
export function finderOf(article: Article): Finder {
  const sections = sectionsOf(article).map(({ key, heading, markdown }) => ({
    section: key,
    anchor: slug(heading),
    text: textOf(parseMarkdown(markdown)),
  }));
  const { title, appliesTo = [] } = article.frontMatter;
  const places = [
    ...sections,
    { section: "title", anchor: "title", text: title },
    { section: "appliesTo", anchor: "applies-to", text: appliesTo.join("\n") },
  ];
  return (template) => {
    const pattern = new RegExp(wholeWords(template.trim()));
    for (const { section, anchor, text } of places) {
      const match = pattern.exec(text);
      if (match) return { words: match[0].replace(/\s+/g, " "), section, anchor };
    }
    return undefined;
  };
}

/** Finders in other articles, each of which is read once. */
export function findersIn(
  articleById: (id: string) => Article | undefined,
): (id: string) => Finder | undefined {
  const finders = new Map<string, Finder | undefined>();
  return (id) => {
    if (!finders.has(id)) {
      const article = articleById(id);
      finders.set(id, article && finderOf(article));
    }
    return finders.get(id);
  };
}

/** A match neither begins nor ends inside a word. */
function wholeWords(template: string): string {
  const before = /^\w/.test(template) ? "(?<!\\w)" : "";
  const after = /\w$/.test(template) ? "(?!\\w)" : "";
  const hole = holesOf(template).length > 0 ? "\\S+" : "";
  return before + patternOf(template, hole) + after;
}
