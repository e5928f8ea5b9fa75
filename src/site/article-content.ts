import type { Article, FrontMatter } from "../article/schema.ts";
import { htmlOf } from "../article/section-html.ts";
import { sectionsOf, type Section } from "../article/sections.ts";
import { deriveReplay } from "../simulator/replay/index.ts";
import { descriptionOf } from "./description.ts";
import { replayPage, type ReplayPage } from "./replay-page.ts";
import { statusOf, type Status } from "./status.ts";
import { stripOf, type StripPart } from "./strip.ts";

/**
 * What pages show of an article that follows from its file alone, whatever else the site holds. It is worked out once, when the file is
 * read, and is plain data.
 */
export interface ArticleContent {
  front: PageFields;
  sections: readonly ContentSection[];
  /** One or two sentences of the article; absent where it has none. */
  description?: string;
  status: Status;
  strip: readonly StripPart[];
  /** The article's own text to walk through; absent where it shows nothing of a failure. */
  replay?: ReplayPage;
}

export interface ContentSection extends Pick<Section, "key" | "heading"> {
  /** As `safeHtml` makes it: without links to other articles, and what else depends on the page that it stands on. */
  html: string;
}

/** Fields of the front matter that pages show. */
const FIELDS = [
  "title",
  "products",
  "versions",
  "operatingSystems",
  "keywords",
  "modified",
  "issueType",
  "solutionType",
  "technology",
  "hardware",
  "queryWords",
  "appliesTo",
] as const;

export type PageFields = Pick<FrontMatter, (typeof FIELDS)[number]>;

export function contentOf(article: Article): ArticleContent {
  return contentsOf([article])[0] as ArticleContent;
}

/** The contents of articles, step by step for all of them: see `scanFolders`. */
export function contentsOf(articles: readonly Article[]): ArticleContent[] {
  const read = articles.map((article) => ({ article, sections: sectionsOf(article) }));
  const written = read.map(({ sections }) => sections.map(writtenSection));
  const replays = read.map(({ article, sections }) => deriveReplay(article, sections));
  return read.map(({ article, sections }, at) => {
    const replay = replays[at];
    const description = descriptionOf(sections);
    return {
      front: fieldsIn(article.frontMatter),
      sections: written[at] ?? [],
      ...(description === undefined ? {} : { description }),
      status: statusOf(article, sections),
      strip: stripOf(sections),
      ...(replay === undefined ? {} : { replay: replayPage(replay) }),
    };
  });
}

function writtenSection(section: Section): ContentSection {
  return { key: section.key, heading: section.heading, html: htmlOf(section) };
}

function fieldsIn(front: FrontMatter): PageFields {
  const fields: Record<string, unknown> = {};
  for (const name of FIELDS) if (front[name] !== undefined) fields[name] = front[name];
  return fields as PageFields;
}
