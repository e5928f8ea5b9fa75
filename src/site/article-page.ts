import { renderMarkdown } from "../article/render.ts";
import { freeId, slug, type Heading } from "../article/render-headings.ts";
import type { Article } from "../article/schema.ts";
import { OPENING, sectionsOf, type Section } from "../article/sections.ts";
import { articleAddress } from "./address.ts";
import { alternatives } from "./alternatives.ts";
import { descriptionOf } from "./description.ts";
import { fieldsOf, type Field } from "./fields.ts";
import { sourceText } from "./source-text.ts";
import { STATUS_IDS, statusOf, type StatusPart } from "./status.ts";
import type { Entry, Store } from "./store.ts";
import { stripOf, type StripPart } from "./strip.ts";

/** All that an article's page shows, in words and HTML; the page's template only sets it. */
export interface ArticlePage {
  entry: Entry;
  article: Article;
  /** One or two sentences of the article, for search engines and feeds. */
  description: string;
  status: StatusPart[];
  strip: StripPart[];
  sections: PageSection[];
  /** How many of the sections stand before the simulator. */
  simulatorAfter: number;
  fields: Field[];
  technology: readonly string[];
  /** The text that the article was imported from. */
  source?: string;
}

export interface PageSection {
  /** Empty for the text before the first heading. */
  id: string;
  heading: string;
  key: string;
  html: string;
  headings: Heading[];
}

/** Ids that the page's own parts have. */
const PAGE_IDS = [
  "article",
  "title",
  "contents",
  "applies-to",
  "simulator",
  "about",
  "source-text",
  ...Object.values(STATUS_IDS),
];

export async function articlePage(store: Store, id: string): Promise<ArticlePage> {
  const entry = store.entryOf(id);
  if (entry === undefined) throw new Error(`no article ${id}`);
  const article = await store.read(id);
  const bytes = await store.readSource(id);
  const sections = sectionsOf(article);
  const { parts, anchors } = statusOf(article, sections);
  return {
    entry,
    article,
    description: descriptionOf(sections) ?? entry.title,
    status: parts,
    strip: stripOf(sections),
    sections: renderSections(sections, anchors, store, id),
    simulatorAfter: placeOfSimulator(sections),
    fields: fieldsOf(article),
    technology: article.frontMatter.technology ?? [],
    ...(bytes === undefined ? {} : { source: sourceText(bytes) }),
  };
}

function renderSections(
  sections: readonly Section[],
  anchors: ReadonlyMap<string, string>,
  store: Store,
  self: string,
): PageSection[] {
  const taken = new Set(PAGE_IDS);
  const open = new Map(anchors);
  return sections.map((section) => {
    const id = section.key === OPENING ? "" : freeId(slug(section.heading), taken);
    const { html, headings } = renderMarkdown(section.markdown, {
      titleOf: (other) => store.entryOf(other)?.title,
      linkTo: (other) =>
        other === self || store.entryOf(other) === undefined ? undefined : articleAddress(other),
      idPrefix: `${id === "" ? "text" : id}-`,
      topHeading: id === "" ? 2 : 3,
      anchors: open,
    });
    for (const [sentence, anchor] of anchors) {
      if (html.includes(`id="${anchor}"`)) open.delete(sentence);
    }
    return { id, heading: section.heading, key: section.key, html: alternatives(html), headings };
  });
}

/** After what to do about it, so that a person in a hurry meets that first. */
function placeOfSimulator(sections: readonly Section[]): number {
  for (const key of ["workaround", "resolution", "cause", "symptoms"]) {
    const index = sections.findIndex((section) => section.key === key);
    if (index >= 0) return index + 1;
  }
  return sections.length;
}
